import { json } from '../frame/answer';
import { AnsweredRefusal } from '../frame/routes';

/** Only 401, 429 and 202 are known as statuses (section "Unknown"). */
export class Refusal extends AnsweredRefusal {
	constructor(status: number, message: string) {
		super(json(status, errorBody(status, message)), message);
	}
}

/** The format is invented: the sheet knows none. */
export function errorBody(code: number, message: string): { code: number; message: string } {
	return { code, message };
}
