import type { Locator, Page } from 'playwright-core';

const runTimeMs = 60_000;

/** A node's details: what it is set to in the middle, what it gave at the right. */
export class NodePanel {
	readonly root: Locator;

	/** The column of parameters. */
	readonly parameters: Locator;

	readonly output: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.parameters = this.root.getByTestId('node-parameters');
		this.output = this.root.getByTestId('output-panel');
	}

	/** The button below Options, with which the parameters end. */
	get lastField(): Locator {
		return this.parameters.getByTestId('collection-parameter-add').last();
	}

	/** The input of a parameter, by its name in the workflow. */
	parameter(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	/** The entries of the list that is open, as a person reads them. */
	private listEntry(text: string): Locator {
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		return entries.filter({ has: this.page.getByText(text, { exact: true }) }).first();
	}

	/** The entries that a list of several offers. It is loaded from the account. */
	async entriesOf(parameter: string): Promise<string[]> {
		await this.openList(parameter);
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		await entries.first().waitFor();
		const texts = await entries.allInnerTexts();
		await this.page.keyboard.press('Escape');
		// The second line of an entry describes it.
		return texts.map((text) => text.trim().split('\n')[0] ?? '');
	}

	/** At the left edge, where no chosen entry has its cross. */
	private async openList(parameter: string): Promise<void> {
		const input = this.parameter(parameter);
		// While its entries are loaded it is disabled, and a click is lost.
		await input.locator('input:enabled').first().waitFor({ state: 'attached' });
		await input.locator('.select-trigger').click({ position: { x: 4, y: 4 } });
	}

	/** Picks an entry of a drop-down. */
	async choose(parameter: string, entry: string): Promise<void> {
		await this.parameter(parameter).locator('input').first().click();
		await this.listEntry(entry).click();
	}

	/** Adds entries of a list of several. */
	async chooseSeveral(parameter: string, entries: readonly string[]): Promise<void> {
		await this.openList(parameter);
		for (const entry of entries) await this.listEntry(entry).click();
		await this.page.keyboard.press('Escape');
	}

	/** Searches a resource locator's list and picks the first entry found. @returns its text */
	async pickFromList(parameter: string, search: string): Promise<string> {
		await this.parameter(parameter).getByTestId('rlc-input').click();
		const list = this.page.getByTestId('rlc-item').filter({ visible: true });
		if (search !== '') await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(search);
		const found = list.filter({ hasText: search }).first();
		const text = (await found.innerText()).trim();
		await found.click();
		return text;
	}

	/** What a parameter shows: the texts of its inputs and of its chosen entries. */
	async shown(parameter: string): Promise<string> {
		const field = this.parameter(parameter);
		await field.waitFor();
		const inputs = await field
			.locator('input')
			.evaluateAll((all) => all.map((input) => (input as unknown as { value: string }).value));
		return [...inputs, await field.innerText()].join(' ');
	}

	/** Adds an entry of a collection such as Options. */
	async addOption(entry: string): Promise<void> {
		await this.lastField.click();
		await this.page
			.getByTestId('collection-parameter-option')
			.filter({ hasText: new RegExp(`^\\s*${entry}\\s*$`) })
			.filter({ visible: true })
			.click();
	}

	async switchOn(parameter: string): Promise<void> {
		await this.parameter(parameter).locator('.el-switch').click();
	}

	/** Runs the node, with those before it, to its end. @throws Error with what the node says when it fails */
	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
		const succeeded = this.output.getByTestId('node-run-status-success');
		const failed = this.output.getByTestId('node-error-message');
		await succeeded.or(failed).first().waitFor({ timeout: runTimeMs });
		if (await failed.isVisible()) throw new Error(await this.output.innerText());
	}

	async showTable(): Promise<void> {
		await this.output.getByTestId('radio-button-table').click();
	}

	async showJson(): Promise<void> {
		await this.output.getByTestId('radio-button-json').click();
	}

	/** The tab of one of several outputs, by its name. */
	private tab(name: string): Locator {
		return this.output.getByRole('tab').filter({ hasText: name });
	}

	/** Shows another output of the node, by its name. */
	async showOutput(name: string): Promise<void> {
		await this.tab(name).click();
	}

	/** The number of items that is written above them, with several outputs on the tab of each. */
	async itemCount(output?: string): Promise<number> {
		const told = output === undefined ? this.output.getByTestId('ndv-items-count') : this.tab(output);
		return Number(/([\d,]+) items?/.exec(await told.innerText())?.[1]?.replace(/,/g, ''));
	}

	/** What the node has to say about its run. */
	async hints(): Promise<string[]> {
		return await this.output.getByTestId('node-hint').allInnerTexts();
	}

	/** Column headings of the table. */
	async columns(): Promise<string[]> {
		return (await this.output.locator('table th').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.root.waitFor({ state: 'hidden' });
	}
}
