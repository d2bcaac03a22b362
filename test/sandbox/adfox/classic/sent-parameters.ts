import { TextDecoder } from 'node:util';

import type { SandboxRequest } from '../../frame/request';

import { incorrect, missing, Refusal } from './answer';

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
		if (value === undefined) throw missing(name);
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

/** Bytes as a text of one character each. */
type BytePair = readonly [string, string];

/**
 * The parameters of a request: of a GET in the URL, of a POST in the form body (sheet, 1.4); multipart, which goes with
 * files, is not read. Errors: -6 for `encoding`, and for bytes that are not in it.
 */
export function sentParameters(request: SandboxRequest): SentParameters {
	const pairs = [...urlEncoded(request.search), ...(request.method === 'POST' ? bodyPairs(request) : [])];
	const encodings = pairs.filter(([name]) => name === 'encoding').map(([, value]) => value);
	const encoding = encodings[0] ?? 'CP-1251';
	if (encodings.length > 1 || (encoding !== 'UTF-8' && encoding !== 'CP-1251')) {
		throw new Refusal(-6, 'Incorrect value', 'encoding', encodings.join(', '));
	}
	const decoder = new TextDecoder(encoding === 'UTF-8' ? 'utf-8' : 'windows-1251', {
		fatal: true,
		ignoreBOM: true,
	});
	return new SentParameters(
		pairs.map(
			([name, value]) => [decoded(decoder, name, 'encoding'), decoded(decoder, value, name)] as const,
		),
	);
}

function bodyPairs({ headers, search, bytes }: SandboxRequest): BytePair[] {
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')) return [];
	if (search !== '') throw new Refusal(-3, 'Invalid object name', 'object');
	return urlEncoded(bytes.toString('latin1'));
}

function urlEncoded(text: string): BytePair[] {
	return text
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const [name, ...value] = pair.split('=');
			return [percentDecoded(name!), percentDecoded(value.join('='))];
		});
}

function percentDecoded(text: string): string {
	return text
		.replaceAll('+', ' ')
		.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

function decoded(decoder: TextDecoder, bytes: string, parameter: string): string {
	try {
		return decoder.decode(Buffer.from(bytes, 'latin1'));
	} catch {
		throw new Refusal(-6, 'Incorrect value', parameter);
	}
}
