import { json, type Answer } from '../frame/answer';

/** One entry of the validation body (3.11). */
export interface Violation {
	readonly Error: true;
	readonly FailedField: string;
	readonly Tag: string;
	readonly Value: unknown;
}

/** Thrown by whatever finds the request wanting. The bodies are those of 3.11: `ErrorCode` equals the HTTP status. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		private readonly violations?: readonly Violation[],
	) {
		super(message);
	}

	answer(): Answer {
		const body = { ErrorCode: this.status, ErrorMessage: this.message };
		return json(this.status, this.violations === undefined ? body : { ...body, Errors: this.violations });
	}
}
