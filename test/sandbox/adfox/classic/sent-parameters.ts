import { Refusal, incorrect } from './refusal';

/** Navigation and what belongs to every request: no parameters of a method. */
const OF_EVERY_REQUEST: ReadonlySet<string> = new Set([
	'object',
	'action',
	'actionObject',
	'encoding',
	'limit',
	'offset',
]);

/** The parameters of a request, decoded. Names are case-sensitive (sheet, 1.4). */
export class SentParameters {
	private readonly values = new Map<string, string[]>();

	constructor(pairs: readonly (readonly [string, string])[]) {
		for (const [name, value] of pairs) this.values.set(name, [...(this.values.get(name) ?? []), value]);
	}

	/** Errors: -6 for a parameter that was sent twice. */
	get(name: string): string | undefined {
		const values = this.values.get(name);
		if (values === undefined) return undefined;
		if (values.length > 1) throw incorrect(name, values.join(', '));
		return values[0];
	}

	/** Errors: -7, -9. */
	need(name: string): string {
		const value = this.get(name);
		if (value === undefined) throw new Refusal(-7, 'Value required', name);
		if (value === '') throw new Refusal(-9, 'Value must be not NULL', name, '');
		return value;
	}

	all(name: string): readonly string[] {
		return this.values.get(name) ?? [];
	}

	/** Names of the parameters of the method. */
	names(): string[] {
		return [...this.values.keys()].filter((name) => !OF_EVERY_REQUEST.has(name));
	}

	/** All of them but the page, to be put into a link. */
	forLink(): [string, string][] {
		return [...this.values]
			.filter(([name]) => name !== 'limit' && name !== 'offset' && name !== 'encoding')
			.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
	}

	/** Those of the method, lists where a name was repeated. */
	record(): Record<string, string | readonly string[]> {
		return Object.fromEntries(
			this.names().map((name) => {
				const values = this.all(name);
				return [name, values.length === 1 ? values[0]! : values];
			}),
		);
	}
}
