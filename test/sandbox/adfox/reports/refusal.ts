import { json, type Answer } from '../../frame/answer';

/** Codes in capitals; the HTTP status matches the code (sheet, 5.2). */
export class ReportRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly status = 400,
	) {
		super(message);
	}

	answer(): Answer {
		return json(this.status, { error: { code: this.code, message: this.message } });
	}
}
