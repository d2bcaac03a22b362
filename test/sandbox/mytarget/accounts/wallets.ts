/** What accounts have, in kopecks. */
export class Wallets {
	private kopecks = new Map<number, number>();
	private readonly first = new Map<number, number>();

	open(userId: number, kopecks: number): void {
		this.first.set(userId, kopecks);
		this.kopecks.set(userId, kopecks);
	}

	of(userId: number): number {
		return this.kopecks.get(userId) ?? 0;
	}

	move(payer: number, payee: number, kopecks: number): void {
		this.kopecks.set(payer, this.of(payer) - kopecks);
		this.kopecks.set(payee, this.of(payee) + kopecks);
	}

	reset(): void {
		this.kopecks = new Map(this.first);
	}
}
