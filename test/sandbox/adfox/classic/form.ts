import { TextDecoder } from 'node:util';

import type { SandboxRequest } from '../../frame/request';
import type { AdfoxOptions } from '../options';

import { multipartFields } from './multipart';
import { Refusal } from './refusal';
import { SentParameters } from './sent-parameters';

/** Bytes as a text of one character each. */
type BytePair = readonly [string, string];

/**
 * The parameters of a request: of a GET in the URL, of a POST in the form body (sheet, 1.4). The mixed form, navigation
 * in the URL and a file in the body, goes with multipart. Errors: -6 for `encoding`, and for bytes that are not in it.
 */
export function sentParameters(request: SandboxRequest, options: AdfoxOptions): SentParameters {
	const pairs = [...urlEncoded(request.search), ...(request.method === 'POST' ? bodyPairs(request) : [])];
	const encodings = pairs.filter(([name]) => name === 'encoding').map(([, value]) => value);
	const encoding = encodings[0] ?? options.defaultEncoding;
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

function bodyPairs(request: SandboxRequest): BytePair[] {
	const contentType = request.headers['content-type'] ?? '';
	if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) {
		if (request.search !== '') throw new Refusal(-3, 'Invalid object name', 'object');
		return urlEncoded(request.bytes.toString('latin1'));
	}
	return multipartFields(request.bytes, contentType);
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
