import type { INodeProperties } from 'n8n-workflow';

import { ResponseInvalidError } from '../../../connector/errors';
import type { Page } from '../../../connector/rows';
import { addDays, type Day } from '../../../connector/slices';
import type { Look, TriggerEvent } from '../../shared/trigger/event';
import { wholeNumberId } from '../../shared/parameters/value-list';
import type { AdfoxApi } from '../api';
import { level } from '../report/request';

const object: INodeProperties = {
	displayName: 'Object ID',
	name: 'objectId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 427',
	description:
		'The object whose days are watched, such as a campaign; at the level Account the ID of the account',
};

const owner: INodeProperties = {
	displayName: 'Owner ID',
	name: 'ownerId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 12345',
	description: 'The account whose data it is; advertisers and owners of sites have to name theirs',
};

/** A longer gap is told by its last days: nobody wants years of them. */
const MOST_DAYS = 366;

export const dayReady: TriggerEvent<AdfoxApi> = {
	name: 'Day Ready',
	value: 'dayReady',
	description: 'When the data of one more day are there for reports: one item per day',
	fields: [{ ...level.field, description: 'What the days are watched of' }, object, owner],
	none: 'ADFOX has no data of this object yet.',
	watch(parameters) {
		const idOf = (name: string) => wholeNumberId(parameters.text(name)) ?? parameters.text(name);
		const asked = {
			level: level.read(parameters),
			objectId: wholeNumberId(parameters.requiredText(object.name)) ?? parameters.requiredText(object.name),
			ownerId: idOf(owner.name),
		};
		return {
			look: (look) => daysSince(look, asked),
			idOf: ({ date }) => date,
			stateOf: () => ({}),
			tellsNew: true,
		};
	},
};

type Asked = Parameters<AdfoxApi['availableUntil']>[0];

/** The days that became ready after the last one that was told. */
async function* daysSince(
	{ api, mark, signal, leave, reachedEnd }: Look<AdfoxApi>,
	asked: Asked,
): AsyncGenerator<Page> {
	const until = dayIn(await api.availableUntil(asked, signal));
	const known = mark?.until === undefined ? undefined : String(mark.until);
	const days: Day[] = [];
	for (
		let day = until;
		days.length < MOST_DAYS && (known === undefined ? day === until : day > known);
		day = addDays(day, -1)
	)
		days.push(day);
	yield days.reverse().map((date) => ({ date, ...asked }));
	// A day that is taken back for a while is not ready once more.
	leave({ until: known !== undefined && known > until ? known : until });
	reachedEnd(true);
}

/** @throws {ResponseInvalidError} no day */
function dayIn(text: string): Day {
	const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text) ?? [];
	if (year !== undefined && month !== undefined && day !== undefined) return `${year}-${month}-${day}`;
	const [, ...dotted] = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(text) ?? [];
	if (dotted.length === 3) return dotted.reverse().join('-');
	throw new ResponseInvalidError('ADFOX sent the last day that is ready in a form that is no date.');
}
