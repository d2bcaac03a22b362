import { Refusal } from '../classic/answer';
import { id, integer, required } from '../classic/checks';
import { listing, type Method } from '../classic/method';
import type { SentParameters } from '../classic/sent-parameters';
import type { AdfoxRow } from '../objects/collection';

import { DELETE } from './delete';
import { FILES } from './files';
import { OBJECT_LISTS } from './object-lists';
import { ADD, MODIFY } from './object-writes';
import { SERVING } from './serving';

/** Dictionaries that are the same in every account. Field names differ in case (sheet, 7.1, 8). */

const NAMES = ['Автомобили', 'Недвижимость', 'Финансы', 'Мебель & свет', 'Туризм', 'Игры', 'Одежда'] as const;

const SECTORS = rows('sectorid', 14, (number) => NAMES[number % NAMES.length]!);
const OPERATING_SYSTEMS = rows('osid', 12, (number) => `OS ${number}`);
const MANUFACTURERS = rows('manufacturerid', 11, (number) => `Производитель ${number}`);
/** Its field names are not known (2.6). */
const BROWSERS = rows('browserid', 13, (number) => `Браузер ${number}`);

/** 293 of them, with codes like 1.1.1 (2.3, 7.1). */
const BANNER_KKTU: readonly AdfoxRow[] = Array.from({ length: 293 }, (_, index) => ({
	CODE: `${1 + Math.floor(index / 30)}.${1 + (Math.floor(index / 6) % 5)}.${1 + (index % 6)}`,
	NAME: `Товары и услуги ${index + 1}`,
}));

const USER_CRITERIAS: readonly AdfoxRow[] = Array.from({ length: 63 }, (_, index) => ({
	criteriaID: String(index + 1),
	criteriaName: index < 5 ? `Характеристика ${index + 1}` : '',
	criteriaTargetingName: `puid${index + 1}`,
	criteriaReportName: '',
	isDeleted: String(Number(index % 10 === 9)),
}));

function rows(idField: string, count: number, name: (number: number) => string): AdfoxRow[] {
	return Array.from({ length: count }, (_, index) => ({
		[idField]: String(index + 1),
		name: name(index + 1),
	}));
}

const account = (actionObject: string) => ({ object: 'account', action: 'list', actionObject }) as const;

/** Lists of `account` whose rows are no objects of the store, or are the same in every account (sheet, 2.3, 2.6). */
export const OTHER_LISTS: readonly Method[] = [
	{
		...account('template'),
		parameters: { actionObjectID: required(id) },
		answer: {
			reads: ({ store }, sent) => {
				const row = store.template.get(sent.need('actionObjectID'));
				// The only counter of this method is `rows`.
				return { result: row === undefined ? { rows: '0', data: {} } : { rows: '1', data: [row] } };
			},
		},
	},
	{
		...account('userCriterias'),
		parameters: { actionObjectID: integer(0, 63) },
		answer: {
			reads: (_, sent) => {
				const wanted = sent.get('actionObjectID') ?? '0';
				return constant(USER_CRITERIAS.filter((row) => wanted === '0' || row.criteriaID === wanted));
			},
		},
	},
	{
		...account('bannerKktu'),
		parameters: {},
		// Its sample answers all of them without a limit (3.3).
		defaultLimit: BANNER_KKTU.length,
		answer: { reads: () => constant(BANNER_KKTU) },
	},
	...Object.entries({
		sector: SECTORS,
		os: OPERATING_SYSTEMS,
		manufacturer: MANUFACTURERS,
		browser: BROWSERS,
	}).map(([actionObject, rows]): Method => ({
		object: 'account',
		action: 'utility',
		actionObject,
		parameters: {},
		answer: { reads: () => constant(rows) },
	})),
	{
		object: 'account',
		action: 'auth',
		parameters: {},
		answer: { reads: () => ({ result: {} }) },
	},
];

function constant(rows: readonly AdfoxRow[]) {
	return listing(rows, (row) => row);
}

/** Of section 2 of the sheet, the methods that operations of the node use, and what its API Request is tried with. */
const CATALOGUE: readonly Method[] = [
	...OBJECT_LISTS,
	...OTHER_LISTS,
	...ADD,
	...DELETE,
	...MODIFY,
	...SERVING,
	...FILES,
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
