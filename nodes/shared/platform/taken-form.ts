import type { TakenForm } from '../../../connector/auth';
import { processKey } from './ports';

const taken = new Map<string, TakenForm>();

/** The form in which a credential was last taken, for the whole process. @param credential what tells it from others */
export function takenForm(...credential: readonly string[]): TakenForm {
	const key = processKey(...credential);
	const form = taken.get(key) ?? { form: 0 };
	taken.set(key, form);
	return form;
}
