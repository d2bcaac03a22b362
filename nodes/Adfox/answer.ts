import { z } from 'zod';

import { isRefusal, readRefusal, refusalBody } from '../../connector/client';
import { ResponseInvalidError } from '../../connector/errors';
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
