import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { dropdown, option, picker, pickers, type Found, type Search } from '../../shared/editor/options';
import type { MyTargetApi } from '../api';
import { agencyClients, type AgencyClient } from '../list/agency-clients';
import { PAGE_SIZE } from '../limits';
import { listPages } from '../list/paged-list';
import { leadForm } from '../leadForm/kind';
import { kinds, parentOfBanner, type ObjectKind } from '../object/kinds';
import { offlineConversion } from '../offlineConversion/kind';
import { myTarget } from '../platform';
import { getPerformance } from '../report/getPerformance';
import { typeOf } from '../report/object-scope';
import { level, LEVEL_TYPES } from '../report/performance-scope';
import { userList } from '../userList/kind';

/** Without a search text they show the platform's own pages; names can be searched only here, in all of them. */
export const objectPickers = {
	...pickers(myTarget, [...kinds, leadForm], searchObjects),
	...pickers(myTarget, [parentOfBanner], (api, parent, search) =>
		searchObjects(api, { ...parent, collection: parent.collectionOf(api) }, search),
	),
	...pickers(myTarget, [offlineConversion, userList], async (api, { collection }) =>
		(await api.wholeList(`${collection}.json`)).rows.map(asOption),
	),
};

/** The same for fields that take several. */
export const objectDropdowns = Object.fromEntries(
	[...kinds, leadForm].map((kind) => [kind.load, dropdown(myTarget, async (api) => allObjects(api, kind))]),
);

/** The only one of them that triggers have. */
export const leadFormDropdown = {
	[leadForm.load]: dropdown(myTarget, async (api) => allObjects(api, leadForm)),
};

/** Objects of the chosen type; of users only the account itself is known. */
export const getObjects = dropdown(myTarget, async (api, parameter) => {
	const asked =
		parameter('operation') === getPerformance.value
			? LEVEL_TYPES[parameter(level.field.name) as keyof typeof LEVEL_TYPES]
			: parameter('objectType');
	const type = asked === 'auto' ? typeOf({ type: 'auto' }, api) : asked;
	const kind = kinds.find(({ collection }) => collection === `/api/v2/${String(type)}`);
	if (kind !== undefined) return allObjects(api, kind);
	const id = String((await api.ownUser()).id);
	return [{ name: `This account (${id})`, value: id }];
});

/** Those of the agency itself, whatever account is used in place of its own. */
function clientPicker(valueOf: (client: AgencyClient) => string) {
	return picker(
		myTarget,
		async (api) => {
			const options = [];
			for await (const page of agencyClients({ api, limit: noLimit(), observe: () => undefined }))
				for (const client of page) options.push(option(valueOf(client), client.name));
			return options;
		},
		'own',
	);
}

/** By the names that tokens are asked for with. */
export const agencyClientPicker = { searchAgencyClients: clientPicker(({ username }) => username) };

/** By the IDs that money is sent to, too. */
export const clientPickers = {
	...agencyClientPicker,
	searchClients: clientPicker(({ id }) => id),
};

type Listed = Pick<ObjectKind, 'collection' | 'sortsById'> & {
	/** The platform lets nobody choose what it says of them. */
	readonly isWhole?: boolean;
};

const named = ({ isWhole }: Listed) => (isWhole === true ? [] : [['fields', 'id,name'] as const]);

async function searchObjects(
	api: MyTargetApi,
	kind: Listed,
	{ filter, paginationToken }: Search,
): Promise<Found> {
	if (filter.trim() !== '') return allObjects(api, kind);
	const offset = Number(paginationToken);
	const { rows, total } = await api.page(`${kind.collection}.json`, [
		...named(kind),
		...(kind.sortsById ? [['sorting', '-id'] as const] : []),
		['limit', String(PAGE_SIZE.default)],
		['offset', String(offset)],
	]);
	const next = offset + rows.length;
	return {
		results: rows.map(asOption),
		...(rows.length > 0 && next < (total ?? next) ? { paginationToken: String(next) } : {}),
	};
}

async function allObjects(api: MyTargetApi, kind: Listed) {
	const { collection, sortsById } = kind;
	const query = [...named(kind), ...(sortsById ? [['sorting', 'id'] as const] : [])];
	const options = [];
	const parts = { api, limit: noLimit(), observe: () => undefined };
	for await (const page of listPages(parts, `${collection}.json`, query, PAGE_SIZE.default))
		for (const row of page) options.push(asOption(row));
	return options;
}

function asOption({ id, name }: Row) {
	return option(typeof id === 'number' || typeof id === 'string' ? String(id) : '', name);
}
