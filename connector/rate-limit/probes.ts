/** Keeps requests for a method back while the first of them finds out what its budget is. */
export class Probes {
	private readonly knownMethods = new Set<string>();
	private readonly underWay = new Map<string, Promise<void>>();

	known(method: string): void {
		this.knownMethods.add(method);
	}

	/** The end of the probe that is under way for the method, if there is one to wait for. */
	ofOther(method: string): Promise<void> | undefined {
		return this.knownMethods.has(method) ? undefined : this.underWay.get(method);
	}

	/** @returns what ends the probe; nothing where the method is known */
	begin(method: string): (() => void) | undefined {
		if (this.knownMethods.has(method)) return undefined;
		let end: () => void = () => undefined;
		const probe = new Promise<void>((resolve) => {
			end = resolve;
		});
		this.underWay.set(method, probe);
		return () => {
			this.underWay.delete(method);
			end();
		};
	}
}
