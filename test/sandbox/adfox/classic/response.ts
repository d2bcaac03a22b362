import type { Answer } from '../../frame/answer';
import type { AdfoxOptions } from '../options';

import type { Refusal } from './refusal';
import { element } from './xml';

/** An XML answer with its charset said where the options want it. */
export function xmlAnswer(options: AdfoxOptions, content: string, status = 200): Answer {
	const { charset, charsetDeclared, trailing } = options;
	const inHeader = charsetDeclared === 'header' || charsetDeclared === 'both';
	const inDeclaration = charsetDeclared === 'declaration' || charsetDeclared === 'both';
	const declaration = inDeclaration ? `<?xml version="1.0" encoding="${charset}"?>\n` : '';
	return {
		status,
		headers: { 'content-type': inHeader ? `text/xml; charset=${charset}` : 'text/xml' },
		body: `${declaration}<response>\n${content}\n</response>${trailing}`,
		...(charset === 'windows-1251' ? { charset } : {}),
	};
}

/** What is told besides the code (sheet, 3.1 and 4.1). */
export interface Status {
	code: number;
	id?: string;
	error?: string;
	/** The part that was not done. */
	message?: string;
	parameter?: string;
	value?: string;
}

export function statusElement({ code, id, error, message, parameter, value }: Status): string {
	const parts: [string, string | undefined][] = [
		['code', String(code)],
		['ID', id],
		['error', error],
		['message', message],
		['parameter', parameter],
		['value', value],
	];
	const content = parts.map(([name, text]) => (text === undefined ? '' : element(name, text))).join('');
	return `<status>${content}</status>`;
}

export function refusalAnswer(options: AdfoxOptions, refusal: Refusal): Answer {
	const { code, message, parameter, value, status } = refusal;
	return xmlAnswer(
		options,
		statusElement({
			code,
			error: message,
			...(parameter !== undefined && { parameter }),
			...(value !== undefined && { value }),
		}),
		status ?? options.errorStatus,
	);
}
