import type { NameAndValue } from '../../../connector/client';
import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { remarkOf, type AdfoxApi, type Navigation } from '../api';
import { textOf, type ClassicAnswer } from '../answer';
import { explainingNames } from './explain-names';

/**
 * Makes a change, once, and tells what was not done of it.
 *
 * @param check how to look whether it was done, for an answer that never came
 */
export async function write(
	{ api, observe }: Run<AdfoxApi>,
	navigation: Navigation,
	parameters: readonly NameAndValue[],
	check: string,
): Promise<ClassicAnswer> {
	const answer = await explainingNames(navigation, parameters, observe, () =>
		api.write(navigation, parameters, check),
	);
	const text = remarkOf(answer);
	if (text !== undefined) observe({ type: 'remark', text });
	return answer;
}

/**
 * The item of a change.
 *
 * @param done what it says of a change that was made as a whole; one that was made in part has the platform's message
 *   instead (sheet 4.1)
 */
export function outcomeOf({ code, status }: ClassicAnswer, id: string, done: Row): Row {
	const message = code === '0' ? textOf(status, 'message') : undefined;
	return message === undefined ? { id, ...done } : { id, message };
}
