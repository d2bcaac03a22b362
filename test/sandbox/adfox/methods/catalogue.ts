import type { Method } from '../classic/method';
import { Refusal } from '../classic/answer';
import type { SentParameters } from '../classic/sent-parameters';

import { DELETE } from './delete';
import { OBJECT_LISTS } from './object-lists';
import { ADD, MODIFY } from './object-writes';
import { OTHER_LISTS } from './other-lists';
import { SERVING } from './serving';

/** Of section 2 of the sheet, the methods that operations of the node use, and what its API Request is tried with. */
const CATALOGUE: readonly Method[] = [
	...OBJECT_LISTS,
	...OTHER_LISTS,
	...ADD,
	...DELETE,
	...MODIFY,
	...SERVING,
];

/** The method of a navigation block, which is case-sensitive. Errors: -3, -5, -4. */
export function methodOf(sent: SentParameters): Method {
	const [object, action, actionObject] = [sent.get('object'), sent.get('action'), sent.get('actionObject')];
	const ofObject = CATALOGUE.filter((method) => method.object === object);
	if (ofObject.length === 0) throw new Refusal(-3, 'Invalid object name', 'object', object);
	const ofAction = ofObject.filter((method) => method.action === action);
	if (ofAction.length === 0) throw new Refusal(-5, 'Invalid action name', 'action', action);
	const method = ofAction.find((candidate) => candidate.actionObject === actionObject);
	if (method === undefined) throw new Refusal(-4, 'Invalid action object name', 'actionObject', actionObject);
	return method;
}
