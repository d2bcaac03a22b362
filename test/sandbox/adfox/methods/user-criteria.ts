import { flag, id, integer, required, text } from '../classic/checks';
import { listing, type Method } from '../classic/method';
import { accessDenied } from '../classic/refusal';
import { BLANK_CRITERIA_VALUE } from '../objects/blank';
import { textOf } from '../objects/row';

import { assign } from './assign';

const criterion = integer(1, 63);

/** Values of user characteristics (sheet, 2.9). New ones are off unless told otherwise (7.2, 17). */
export const USER_CRITERIA: readonly Method[] = [
	{
		object: 'userCriteria',
		action: 'listValues',
		parameters: { criteriaID: criterion, objectID: id },
		answer: {
			reads: ({ store }, sent) => {
				const [criteria, wanted] = [sent.get('criteriaID'), sent.get('objectID')];
				const values = store.criteriaValue
					.all()
					.filter((row) => criteria === undefined || row.criteriaID === criteria)
					.filter((row) => wanted === undefined || row.ID === wanted);
				return listing(values, (row) => ({
					criteriaID: textOf(row, 'criteriaID'),
					ID: textOf(row, 'ID'),
					userID: textOf(row, 'userID'),
					name: textOf(row, 'name'),
				}));
			},
		},
	},
	{
		object: 'userCriteria',
		action: 'addValue',
		parameters: {
			criteriaID: required(criterion),
			userID: required(text),
			name: required(text),
			isOn: flag,
		},
		answer: {
			writes: (account, sent) => {
				const row = { ...BLANK_CRITERIA_VALUE, isOn: '0' };
				assign(row, sent);
				const newId = account.add('criteriaValue', row);
				return { ids: [newId], newId };
			},
		},
	},
	{
		object: 'userCriteria',
		action: 'modifyValue',
		parameters: {
			criteriaID: required(criterion),
			objectID: required(id),
			userID: required(text),
			name: required(text),
		},
		answer: {
			writes: ({ store }, sent) => {
				const changed = sent.need('objectID');
				const row = store.criteriaValue.get(changed);
				if (row?.criteriaID !== sent.need('criteriaID')) throw accessDenied();
				assign(row, sent);
				return { ids: [changed] };
			},
		},
	},
	{
		object: 'userCriteria',
		action: 'removeValue',
		parameters: { objectID: required(id) },
		answer: {
			writes: ({ store }, sent) => {
				const removed = sent.need('objectID');
				if (!store.criteriaValue.delete(removed)) throw accessDenied();
				return { ids: [removed] };
			},
		},
	},
];
