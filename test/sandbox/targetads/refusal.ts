import { json } from '../frame/answer';
import { AnsweredRefusal } from '../frame/routes';

/** One entry of the validation body (3.11). */
export interface Violation {
	readonly Error: true;
	readonly FailedField: string;
	readonly Tag: string;
	readonly Value: unknown;
}

/** The bodies are those of 3.11: `ErrorCode` equals the HTTP status. */
export class Refusal extends AnsweredRefusal {
	constructor(status: number, message: string, violations?: readonly Violation[]) {
		const body = errorBody(status, message);
		super(json(status, violations === undefined ? body : { ...body, Errors: violations }), message);
	}
}

export function errorBody(code: number, message: string): { ErrorCode: number; ErrorMessage: string } {
	return { ErrorCode: code, ErrorMessage: message };
}
