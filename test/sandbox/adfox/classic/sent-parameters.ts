import { TextDecoder } from 'node:util';

import { partsOf, type Part } from '../../frame/multipart';
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

	constructor(
		pairs: readonly (readonly [string, string])[],
		/** By the name of their part. */
		readonly files: ReadonlyMap<string, SentFile> = new Map(),
	) {
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

/** A file of a multipart form. */
export interface SentFile {
	readonly fileName: string;
	readonly contentType: string;
	readonly bytes: Buffer;
}

/** Bytes as a text of one character each. */
type BytePair = readonly [string, string];

/**
 * The parameters of a request: of a GET in the URL, of a POST in the body, which is a urlencoded or a multipart form; with
 * a file in it the navigation is in the URL (sheet, 1.4). Errors: -3 for a navigation at the wrong place, -6 for
 * `encoding`, for bytes that are not in it, and for a form that cannot be read.
 */
export function sentParameters(request: SandboxRequest): SentParameters {
	const { pairs: inBody, files } = request.method === 'POST' ? bodyOf(request) : { pairs: [], files: [] };
	const pairs = [...urlEncoded(request.search), ...inBody];
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
		new Map(
			files.map(({ name, fileName = '', contentType = '', bytes }) => [
				decoded(decoder, name, 'encoding'),
				{ fileName: decoded(decoder, fileName, name), contentType, bytes },
			]),
		),
	);
}

function bodyOf({ headers, search, bytes }: SandboxRequest): { pairs: BytePair[]; files: Part[] } {
	const contentType = headers['content-type'] ?? '';
	const misplaced = () => new Refusal(-3, 'Invalid object name', 'object');
	if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) {
		if (search !== '') throw misplaced();
		return { pairs: urlEncoded(bytes.toString('latin1')), files: [] };
	}
	if (!contentType.startsWith('multipart/')) return { pairs: [], files: [] };
	const parts = partsOf(contentType, bytes);
	if (parts === undefined) throw new Refusal(-6, 'Incorrect value', 'Content-Type');
	const files = parts.filter(({ fileName }) => fileName !== undefined);
	if (files.length > 0 !== (search !== '')) throw misplaced();
	const fields = parts.filter(({ fileName }) => fileName === undefined);
	return {
		pairs: fields.map(({ name, bytes }) => [name, bytes.toString('latin1')] as const),
		files,
	};
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
