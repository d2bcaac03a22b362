import { SaxesParser } from 'saxes';

import type { Sandbox } from '..';

import type { AdfoxRow, AdfoxValue } from './objects/collection';

export type Pairs = Record<string, string> | readonly (readonly [string, string])[];

/** The classic API for tests: a GET, or a POST with a form. */
export function classic(
	sandbox: Sandbox,
	method: 'GET' | 'POST',
	pairs: Pairs,
	headers: Record<string, string> = { 'x-yandex-api-key': sandbox.adfox.token },
): Promise<Response> {
	const form = new URLSearchParams(pairs as Record<string, string>);
	const url = `${sandbox.adfox.baseUrl}/v1`;
	return method === 'GET'
		? fetch(`${url}?${form.toString()}`, { headers })
		: fetch(url, { method, headers, body: form });
}

/** One page of a list of the account. */
export const pageOf = (sandbox: Sandbox, actionObject: string, more: Record<string, string> = {}) =>
	classic(sandbox, 'GET', { object: 'account', action: 'list', actionObject, ...more });

export async function xml(response: Promise<Response>): Promise<AdfoxRow> {
	return parsed(await (await response).text());
}

/** The content of `response`, read without the sandbox's own code: `rowN` as lists in the order of the document. */
export function parsed(text: string): AdfoxRow {
	interface Open {
		text: string;
		children: [string, AdfoxValue][];
	}
	const path: Open[] = [{ text: '', children: [] }];
	const parser = new SaxesParser();
	const add = (more: string) => {
		path.at(-1)!.text += more;
	};
	parser.on('text', add);
	parser.on('cdata', add);
	parser.on('opentag', () => {
		path.push({ text: '', children: [] });
	});
	parser.on('closetag', ({ name }) => {
		const { text: content, children } = path.pop()!;
		const isList = children.length > 0 && children.every(([child]) => /^row\d+$/.test(child));
		const value = isList ? children.map(([, row]) => row) : Object.fromEntries(children);
		path.at(-1)!.children.push([name, children.length === 0 ? content : value]);
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(text).close();
	return path[0]!.children[0]![1] as AdfoxRow;
}

/** Follows a path of element names; undefined where it ends. */
export function at(row: AdfoxValue | undefined, ...names: readonly string[]): AdfoxValue | undefined {
	return names.reduce<AdfoxValue | undefined>(
		(value, name) => (typeof value === 'object' ? (value as AdfoxRow)[name] : undefined),
		row,
	);
}

/** A whole list, page by page. */
export async function listed(
	sandbox: Sandbox,
	query: Record<string, string>,
	limit = 1000,
): Promise<AdfoxRow[]> {
	const rows: AdfoxRow[] = [];
	for (;;) {
		const page = { action: 'list', ...query, limit: String(limit), offset: String(rows.length) };
		const answer = await xml(classic(sandbox, 'GET', { object: 'account', ...page }));
		const data = at(answer, 'result', 'data');
		if (!Array.isArray(data)) return rows;
		for (const row of data as AdfoxRow[]) rows.push(row);
		if (rows.length >= Number(at(answer, 'result', 'total_rows'))) return rows;
	}
}

/** Asks the REST reports; a body makes it a POST. */
export function reports(sandbox: Sandbox, path: string, body?: unknown): Promise<Response> {
	const headers = { authorization: `OAuth ${sandbox.adfox.token}`, 'content-type': 'application/json' };
	return fetch(`${sandbox.adfox.baseUrl}/v2/reports${path}`, {
		headers,
		...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
	});
}
