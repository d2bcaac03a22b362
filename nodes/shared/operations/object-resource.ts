import type { INodeProperties } from 'n8n-workflow';

import type { Row } from '../../../connector/rows';
import { getMany, type Operation, type OwnList, type Resource, type SingleOperation } from './operation';
import type { Run } from './run';

/** What a kind of object is called wherever it is spoken of. */
export interface KindNames {
	/** "super campaign", in the middle of a sentence. */
	readonly one: string;
	readonly many: string;
	/** "a super campaign" */
	readonly each: string;
	/** "Super Campaign", as the resource is called. */
	readonly title: string;
	/** "superCampaign", the resource's value. */
	readonly value: string;
	/** "searchSuperCampaigns", the node's method behind the picker of such objects. */
	readonly search: string;
}

/** All names of a kind, made of one word. */
export function kindNames(
	one: string,
	{ title, article }: { readonly title?: string; readonly article?: string } = {},
): KindNames {
	const capitals = one.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
	const joined = capitals.replaceAll(' ', '');
	return {
		one,
		many: `${one}s`,
		each: `${article ?? articleOf(one)} ${one}`,
		title: title ?? capitals,
		value: joined.charAt(0).toLowerCase() + joined.slice(1),
		search: `search${joined}s`,
	};
}

/** "a" or "an": an ad plan, an upload, but a user list */
export function articleOf(word: string): string {
	return /^([aeio]|u(?!s|ni))/.test(word) ? 'an' : 'a';
}

/** How to find out what became of a change whose answer got lost. */
export const lookFor = {
	/** @param by what finds it in the list, such as `, name "x",` */
	created: ({ title, one }: KindNames, by = '') =>
		`Look with ${title} > Get Many${by} whether the ${one} is there before you create it again.`,
	changed: ({ title }: KindNames, id: string) =>
		`Look with ${title} > Get, ID ${id}, what it is like now before you run this again.`,
	deleted: ({ title }: KindNames, id: string) =>
		`Look with ${title} > Get, ID ${id}, whether it is still there.`,
};

/** What a platform adds to an operation that is the same for all of them. */
interface Own {
	readonly fields?: readonly INodeProperties[];
	readonly options?: readonly INodeProperties[];
	/** Stands in the description behind the object: " in an ad group". A model that has the node as a tool reads it too. */
	readonly note?: string;
}

/** @param check how to look whether it was done */
type Change<Api> = (run: Run<Api>, id: string, check: string) => Promise<Row>;

/** What a platform does with the objects of a kind. */
export interface ObjectWays<Api> {
	/** The field that names one of them, with its picker. */
	readonly id: INodeProperties;
	readonly create: Own & { readonly make: (run: Run<Api>) => Promise<Row> };
	readonly get: Own & { readonly read: (run: Run<Api>, id: string) => Promise<Row> };
	readonly getAll: OwnList<Api>;
	readonly update: Own & { readonly change: Change<Api> };
	/** Absent where the platform has no such method. `parents`: whose object it is, where the method wants to know. */
	readonly delete?: Own & { readonly parents?: readonly INodeProperties[]; readonly change: Change<Api> };
	/** Operations that only this kind has, such as a status or a limit to set. */
	readonly others?: readonly Operation<Api>[];
}

/** A resource whose objects are created, read, changed and (most of them) deleted one by one. */
export function objectResource<Api>(kind: KindNames, ways: ObjectWays<Api>): Resource<Api> {
	const { title, value, one, each, many } = kind;
	const result = (did: string) => ({ did, one, many });
	const { id, create, get, update, delete: deletion, others = [] } = ways;
	const operations: Operation<Api>[] = [
		{
			name: 'Create',
			value: 'create',
			description: `Create ${each}${create.note ?? ''} and return its ID`,
			action: `Create ${each}`,
			gives: 'items',
			writes: true,
			result: result('Created'),
			fields: create.fields ?? [],
			options: create.options,
			async *rows(run) {
				yield [await create.make(run)];
			},
		},
		getMany(many, ways.getAll),
		onOne(id, {
			...get,
			name: 'Get',
			value: 'get',
			description: `Get ${each}${get.note ?? ' by its ID'}`,
			action: `Get ${each}`,
			row: get.read,
		}),
		onOne(id, {
			...update,
			name: 'Update',
			value: 'update',
			description: `Change ${each}${update.note ?? '; what is not set stays as it is'}`,
			action: `Update ${each}`,
			writes: true,
			result: result('Changed'),
			row: (run, which) => update.change(run, which, lookFor.changed(kind, which)),
		}),
		...others,
	];
	if (deletion !== undefined)
		operations.push(
			onOne(id, {
				...deletion,
				name: 'Delete',
				value: 'delete',
				description: `Delete ${each}${deletion.note ?? ''}`,
				action: `Delete ${each}`,
				writes: true,
				result: result('Deleted'),
				row: (run, which) => deletion.change(run, which, lookFor.deleted(kind, which)),
			}),
		);
	return {
		name: title,
		value,
		operations: operations.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		// A fresh node reads: the first operation in the alphabet is Create, which nobody wants by mistake.
		defaultOperation: 'getAll',
	};
}

interface OnOne<Api>
	extends Own, Pick<SingleOperation<Api>, 'name' | 'value' | 'description' | 'action' | 'result'> {
	readonly parents?: readonly INodeProperties[];
	readonly writes?: true;
	readonly row: (run: Run<Api>, id: string) => Promise<Row>;
}

/** An operation on one object, which gives one row. @param id the field that names the object */
export function onOne<Api>(
	id: INodeProperties,
	{ name, value, description, action, writes, result, parents = [], fields = [], options, row }: OnOne<Api>,
): SingleOperation<Api> {
	return {
		name,
		value,
		description,
		action,
		gives: 'items',
		writes,
		result,
		fields: [...parents, id, ...fields],
		options,
		async *rows(run) {
			yield [await row(run, run.parameters.id(id.name))];
		},
	};
}
