import type { Answer } from '../../frame/answer';
import type { AdfoxOptions } from '../options';

import { statusElement, xmlAnswer } from './answer';

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
