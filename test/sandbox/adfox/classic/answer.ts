import type { Answer } from '../../frame/answer';
import type { AdfoxValue } from '../objects/collection';
import type { AdfoxOptions } from '../options';

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

/** Markup goes as CDATA, other text with entities; '' is an empty element (sheet, 3.2). */
export function element(name: string, value: AdfoxValue): string {
	const content = contentOf(value);
	return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function contentOf(value: AdfoxValue): string {
	if (typeof value === 'string') return escaped(value);
	if (isList(value)) return value.map((entry, index) => element(`row${index}`, entry)).join('');
	return Object.entries(value)
		.map(([name, inner]) => element(name, inner))
		.join('');
}

function isList(value: AdfoxValue): value is readonly AdfoxValue[] {
	return Array.isArray(value);
}

function escaped(text: string): string {
	if (/<\/?[a-zA-Z]/.test(text)) return cdata(text);
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** The end mark cannot stand inside, so it is split over two sections. */
export function cdata(text: string): string {
	return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Thrown by whatever finds a request wanting; codes and texts are those of section 4.2 of the sheet. */
export class Refusal extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly parameter?: string,
		readonly value?: string,
		/** HTTP status; clients read the XML of errors without a look at it (sheet, 4.3). */
		readonly status = 200,
	) {
		super(message);
	}
}

export const incorrect = (parameter: string, value: string) =>
	new Refusal(-6, 'Incorrect value', parameter, value);
export const missing = (parameter: string) => new Refusal(-7, 'Value required', parameter);
export const accessDenied = () => new Refusal(-2, 'Access denied');

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
		status,
	);
}
