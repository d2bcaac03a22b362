import { z } from 'zod';

import { isRefusal, listed, readRefusal, refusalBody } from '../../connector/client';
import { ResponseInvalidError } from '../../connector/errors';
import type { Row } from '../../connector/rows';
import type { TransportResponse } from '../../connector/transport';
import { readXmlRows, type XmlAnswer, type XmlFields } from './xml-rows';

/** A remark and no refusal: a placement that a higher level governs already (sheet 4.2). */
export const PLACED_UPPER = '-10';

/** An answer of the classic API, with its status read. */
export interface ClassicAnswer extends XmlAnswer {
	/** Numeric text; "0" is success. */
	readonly code: string;
}

export const classicAnswer = z.custom<ClassicAnswer>(isClassic);

export function isClassic(body: unknown): body is ClassicAnswer {
	return typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'result' in body;
}

/**
 * Reads an XML answer. A refusal may come with any HTTP status and without XML (sheet 4.3), so what cannot be read
 * counts only where the status is good.
 *
 * @returns a {@link ClassicAnswer}, or of a refusal whatever it is
 * @throws {ResponseInvalidError} a good status with a body that is no answer
 */
export async function decodeClassic(response: TransportResponse): Promise<unknown> {
	if (!isRefusal(response)) return readClassic(response.body, response);
	const bytes = await readRefusal(response);
	try {
		return await readClassic(only(bytes), response);
	} catch (error) {
		if (error instanceof ResponseInvalidError) return refusalBody(bytes);
		throw error;
	}
}

async function readClassic(
	body: AsyncIterable<Uint8Array>,
	{ headers }: TransportResponse,
): Promise<ClassicAnswer> {
	const answer = await readXmlRows(body, { contentType: headers['content-type'] });
	const code = textOf(answer.status, 'code');
	if (code === undefined || !/^-?\d+$/.test(code))
		throw new ResponseInvalidError('The answer of ADFOX has no status code.');
	return { ...answer, code };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}

/** The text of a field; undefined where it is missing, empty or no text. */
export function textOf(fields: XmlFields, name: string): string | undefined {
	const value = fields[name];
	const text = typeof value === 'string' ? value.trim() : '';
	return text === '' ? undefined : text;
}

/**
 * A page counter. The pagination page prints them inside `links`, everybody else beside it (sheet 7.3).
 *
 * @param name `total_rows` or `rows`
 */
export function counterOf({ result }: XmlAnswer, name: string): number | undefined {
	const { links } = result;
	const inLinks = isFields(links) ? textOf(links, name) : undefined;
	const text = textOf(result, name) ?? inLinks;
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function isFields(value: XmlFields[string] | undefined): value is XmlFields {
	return typeof value === 'object' && !Array.isArray(value);
}

/** Whether the data are no rows but fields, such as the geo tree (sheet 2.6). */
export function holdsTree({ result }: ClassicAnswer): boolean {
	return result.data !== undefined;
}

/** @throws {ResponseInvalidError} the answer counts other rows than it has, so some were lost on the way */
export function rowsOf(answer: ClassicAnswer, offset: number): readonly Row[] | undefined {
	if (holdsTree(answer)) return undefined;
	const counted = counterOf(answer, 'rows');
	const total = counterOf(answer, 'total_rows') ?? 0;
	if (answer.rows === undefined && total > 0 && offset === 0)
		throw new ResponseInvalidError(`ADFOX counts ${total} rows in all and sent none.`);
	const rows = answer.rows ?? (counted === 0 || counterOf(answer, 'total_rows') === 0 ? [] : undefined);
	if (counted !== undefined && counted !== (rows?.length ?? 0))
		throw new ResponseInvalidError(`ADFOX counts ${counted} rows on a page and sent ${rows?.length ?? 0}.`);
	return rows;
}

/** What the platform says beside success: a part that was not done (sheet 4.1), or that there was nothing to do. */
export function remarkOf({ code, status }: ClassicAnswer): string | undefined {
	const message = textOf(status, 'message');
	if (message !== undefined) return `ADFOX did a part only: ${message}`;
	if (code !== PLACED_UPPER) return undefined;
	return `ADFOX remarks: ${textOf(status, 'error') ?? 'This object is placed upper'} (${code}).`;
}

/** The value itself may be a person's. */
export function spoiltRemark({ spoilt }: ClassicAnswer): string | undefined {
	if (spoilt.length === 0) return undefined;
	const values = spoilt.map(({ id, names }) => `${names.join(', ')}${id === undefined ? '' : ` of ${id}`}`);
	return `ADFOX sent characters that its answers may not hold; these values came as they were sent: ${listed(values)}.`;
}
