import { ConnectorError } from '../../../connector/errors';
import { changedBefore } from '../../shared/operations/changed-before';
import { lookFor } from '../../shared/operations/object-resource';
import type { SingleOperation } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { idChoice } from '../../shared/parameters/id-scope';
import type { AdfoxApi } from '../api';
import type { ObjectKind } from './kinds';
import { outcomeOf, write } from './write';

/** As ADFOX numbers them (sheet 2.10). */
const CODES = { active: '0', paused: '1', completed: '2' };

const status = choiceField<keyof typeof CODES>({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'active', description: 'It is served again, within 90 days of its completion' },
		{ name: 'Paused', value: 'paused', description: 'Neither it nor anything below it is served' },
		{ name: 'Completed', value: 'completed', description: 'It is over, and so is everything below it' },
	],
	default: 'paused',
});

/** Starts, pauses or ends objects: one request each, since ADFOX changes one object at a time (sheet 1.4). */
export function setStatus(kind: ObjectKind): SingleOperation<AdfoxApi> {
	const { one, many, each, modify } = kind;
	const chosen = idChoice({ ...kind, example: '427, 428' });
	return {
		name: 'Set Status',
		value: 'setStatus',
		description: `Start, pause or complete one or many ${many}, one item for each: its ID and success`,
		action: `Set the status of ${each}`,
		gives: 'items',
		writes: true,
		fields: [...chosen.fields, status.field],
		async *rows(run) {
			const ids = chosen.read(run.parameters);
			const code = CODES[status.read(run.parameters)];
			for (const [index, id] of ids.entries())
				try {
					const sent = [
						['objectID', id],
						['status', code],
					] as const;
					const answer = await write(run, modify, sent, lookFor.changed(kind, id));
					yield [outcomeOf(answer, id, { success: true })];
				} catch (error) {
					if (!(error instanceof ConnectorError) || ids.length === 1) throw error;
					throw error.with({ message: `${error.message} It was ${one} ${id}; ${changedBefore(ids, index)}` });
				}
		},
	};
}
