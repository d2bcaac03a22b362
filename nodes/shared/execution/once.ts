/** Has each question answered once; who asks the same again gets what became of the first one. */
export class Once {
	private readonly answers = new Map<string, Promise<void>>();
	/** How often something was given that had been given before. */
	repeats = 0;

	async ask(question: string, answer: () => Promise<void>): Promise<void> {
		const before = this.answers.get(question);
		const answering = before ?? answer();
		this.answers.set(question, answering);
		await answering;
		if (before !== undefined) this.repeats += 1;
	}
}
