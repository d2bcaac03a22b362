import { describe, expect, it } from '@jest/globals';

import type { Row } from '../../../../connector/rows';
import {
	kindNames,
	lookFor,
	objectResource,
	onOne,
	type ObjectWays,
} from '../../../../nodes/shared/operations/object-resource';
import type { ItemOperation, Resource } from '../../../../nodes/shared/operations/operation';
import type { Run } from '../../../../nodes/shared/operations/run';
import { locatorField } from '../../../../nodes/shared/parameters/locator';
import { parametersOf } from '../parameters/parameters-of';

const kind = kindNames('ad group');

const id = locatorField({
	displayName: kind.title,
	name: 'id',
	search: kind.search,
	placeholder: 'Choose one...',
	example: '7',
});

const field = (name: string) => ({ displayName: name, name, type: 'string', default: '' }) as const;

const ways: ObjectWays<object> = {
	id,
	create: { fields: [field('body')], make: () => Promise.resolve({ done: 'created' }) },
	get: { note: ' by its ID', read: (_run, one) => Promise.resolve({ done: one }) },
	getAll: {
		fields: [],
		async *rows() {
			yield [];
		},
	},
	update: {
		note: '; the rest stays',
		fields: [field('body')],
		change: (_run, one, check) => Promise.resolve({ done: one, check }),
	},
	delete: {
		parents: [field('siteID')],
		change: (_run, one, check) => Promise.resolve({ done: one, check }),
	},
};

const operationOf = ({ operations }: Resource<object>, value: string) =>
	operations.find((operation) => operation.value === value) as ItemOperation<object>;

async function rowOf(operation: ItemOperation<object>): Promise<Row> {
	const run = { parameters: parametersOf({ id: { mode: 'list', value: '12' } }, [id]) };
	for await (const page of operation.rows(run as unknown as Run<object>)) for (const row of page) return row;
	throw new Error('There was no row.');
}

describe('the names of a kind', () => {
	it('are made of one word', () => {
		expect(kindNames('super campaign')).toEqual({
			one: 'super campaign',
			many: 'super campaigns',
			each: 'a super campaign',
			title: 'Super Campaign',
			value: 'superCampaign',
			search: 'searchSuperCampaigns',
		});
		expect(kindNames('advertiser').each).toBe('an advertiser');
	});

	it('may have another title or article', () => {
		const plan = kindNames('ad plan', { title: 'Ad Plan (Other Campaign)', article: 'one' });
		expect(plan).toMatchObject({ title: 'Ad Plan (Other Campaign)', each: 'one ad plan', value: 'adPlan' });
	});
});

describe('the resource of a kind', () => {
	const resource = () => objectResource(kind, ways);

	it('has every operation in the order of the alphabet, and begins with one that reads', () => {
		expect(resource()).toMatchObject({ name: 'Ad Group', value: 'adGroup', defaultOperation: 'getAll' });
		expect(resource().operations.map(({ name }) => name)).toEqual([
			'Create',
			'Delete',
			'Get',
			'Get Many',
			'Update',
		]);
		expect(resource().operations.map(({ value }) => value)).toEqual([
			'create',
			'delete',
			'get',
			'getAll',
			'update',
		]);
		expect(resource().operations.map(({ gives }) => gives)).toEqual([
			...['items', 'items', 'items', 'list', 'items'],
		]);
		expect(resource().operations.map(({ writes }) => writes)).toEqual([
			true,
			true,
			undefined,
			undefined,
			true,
		]);
	});

	it('describes what it does, and asks for the parent before the object', () => {
		expect(operationOf(resource(), 'update')).toMatchObject({
			description: 'Change an ad group; the rest stays',
			action: 'Update an ad group',
		});
		expect(operationOf(resource(), 'create').description).toBe('Create an ad group and return its ID');
		expect(operationOf(resource(), 'get').description).toBe('Get an ad group by its ID');
		const results = resource().operations.flatMap(({ result }) => result?.did ?? []);
		expect(results).toEqual(['Created', 'Deleted', 'Changed']);
		expect(operationOf(resource(), 'getAll').description).toBe('Get many ad groups, one row each');
		const fields = resource().operations.map((operation) => operation.fields.map(({ name }) => name));
		expect(fields).toEqual([['body'], ['siteID', 'id'], ['id'], [], ['id', 'body']]);
	});

	it('needs no fields, and takes another description of its list', () => {
		const { create, getAll } = ways;
		const bare = objectResource(kind, {
			...ways,
			create: { make: create.make },
			getAll: { ...getAll, description: 'Get those of today' },
		});
		expect(operationOf(bare, 'create').fields).toEqual([]);
		expect(operationOf(bare, 'getAll').description).toBe('Get those of today');
	});

	it('hands on the id, and how to look after a change', async () => {
		expect(await rowOf(operationOf(resource(), 'create'))).toEqual({ done: 'created' });
		expect(await rowOf(operationOf(resource(), 'get'))).toEqual({ done: '12' });
		expect(await rowOf(operationOf(resource(), 'update'))).toEqual({
			done: '12',
			check: 'Look with Ad Group > Get, ID 12, what it is like now before you run this again.',
		});
		expect(await rowOf(operationOf(resource(), 'delete'))).toEqual({
			done: '12',
			check: 'Look with Ad Group > Get, ID 12, whether it is still there.',
		});
		expect(lookFor.created(kind)).toBe(
			'Look with Ad Group > Get Many whether the ad group is there before you create it again.',
		);
	});

	it('lacks what the platform lacks, and has what only this kind has', () => {
		const pause = onOne<object>(id, {
			name: 'Pause',
			value: 'pause',
			description: 'Pause an ad group',
			action: 'Pause an ad group',
			writes: true,
			row: (_run, one) => Promise.resolve({ done: one }),
		});
		const other = objectResource(kind, { ...ways, delete: undefined, others: [pause] });
		expect(other.operations.map(({ value }) => value)).toEqual([
			'create',
			'get',
			'getAll',
			'pause',
			'update',
		]);
	});
});
