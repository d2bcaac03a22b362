import { idText } from '../../../connector/rows';
import { getMany } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { filtersField } from '../../shared/parameters/conditions';
import { plural } from '../../shared/parameters/shown';
import type { YandexPromoPagesApi } from '../api';
import type { Permission } from '../schemas';

const accessFilter = choiceField({
	displayName: 'Access',
	name: 'access',
	type: 'options',
	options: [
		{ name: 'Any', value: 'any' },
		{ name: 'Read', value: 'read', description: 'Whose campaigns and reports can be read' },
		{ name: 'Write', value: 'write', description: 'That can be edited' },
	],
	default: 'any',
	description: 'What the user may do with the publisher',
});

export const getAll = getMany<YandexPromoPagesApi>('publishers', {
	description:
		'Get the publishers (cabinets) that the user of the token has access to, one row each: id, name, logoUrl, isDeleted, canRead, canWrite',
	fields: [
		filtersField([
			accessFilter.field,
			{
				displayName: 'Include Deleted',
				name: 'includeDeleted',
				type: 'boolean',
				default: false,
				description: 'Whether to return publishers that have been deleted, too',
			},
		]),
	],
	async *rows({ api, parameters, observe }) {
		const filters = parameters.collection('filters');
		const access = filters.value('access') === undefined ? 'any' : accessFilter.read(filters);
		const includeDeleted = filters.flag('includeDeleted');
		const permissions = await api.permissions();
		const unnamed = permissions.filter(({ publisher: { id } }) => idText(id) === undefined).length;
		if (unnamed > 0)
			observe({
				type: 'remark',
				text: `${plural(unnamed, 'publisher')} of the account came without an ID.`,
			});
		yield permissions
			.filter(({ publisher }) => includeDeleted || publisher.isDeleted !== true)
			.filter(
				({ canRead, canWrite }) => access === 'any' || (access === 'read' ? canRead : canWrite) === true,
			)
			.map(asRow);
	},
});

function asRow({ publisher, canRead, canWrite }: Permission) {
	return {
		id: publisher.id ?? null,
		name: publisher.name ?? null,
		logoUrl: publisher.logoUrl ?? null,
		isDeleted: publisher.isDeleted ?? false,
		canRead: canRead ?? false,
		canWrite: canWrite ?? false,
	};
}
