import { describe, expect, it } from '@jest/globals';

import type { TransportResponse } from '../../../../connector/transport';
import { AnswerFile, readingFiles } from '../../../../nodes/shared/request/answer-file';

/** What an answer with these headers is read as: a file of this name and type, or by whoever reads JSON. */
async function readAs(path: string, status: number, headers: Record<string, string>) {
	const storeFile = async (_body: unknown, fileName = '', mimeType = '') =>
		Promise.resolve({ data: '', fileName, mimeType });
	const { decode } = readingFiles({ storeFile }, path);
	const response = { status, headers, body: [] } as unknown as TransportResponse;
	const read: unknown = await decode?.(response);
	return read instanceof AnswerFile ? `${read.binary.fileName} (${read.binary.mimeType})` : undefined;
}

describe('an answer of API Request', () => {
	const CSV = { 'content-type': 'text/csv; charset=utf-8' };

	it.each([
		['/a/leads.csv', 200, CSV, 'leads.csv (text/csv)'],
		['/a/leads.csv', 299, CSV, 'leads.csv (text/csv)'],
		['/a/leads.csv', 199, CSV, undefined],
		['/a/leads.csv', 204, CSV, undefined],
		['/a/leads.csv', 300, CSV, undefined],
		['/a/leads.csv', 404, CSV, undefined],
		['/a/leads.csv', 200, {}, undefined],
		['/a/leads.csv', 200, { 'content-type': 'text/html' }, undefined],
		['/a/leads.csv', 200, { 'content-type': 'application/problem+json' }, undefined],
		['/a/leads.csv', 200, { 'content-type': 'text/plain' }, 'leads.csv (text/plain)'],
		['/a/leads', 200, { 'content-type': 'text/plain' }, undefined],
		['/a/leads.json', 200, CSV, undefined],
	])('to %s with status %d and %j is %s', async (path, status, headers, wanted) => {
		expect(await readAs(path, status, headers)).toBe(wanted);
	});

	it.each([
		['attachment; filename="may.pdf"', 'may.pdf'],
		['attachment; filename=may.pdf; size=5', 'may.pdf'],
		['attachment; filename="../../etc/may.pdf"', 'may.pdf'],
		['attachment; filename="C:\\files\\may.pdf"', 'may.pdf'],
		['attachment', 'report'],
	])('with %s is the file %s', async (disposition, name) => {
		const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
		expect(await readAs('/a/report', 200, headers)).toBe(`${name} (application/pdf)`);
	});
});
