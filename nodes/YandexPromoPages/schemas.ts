import { z } from 'zod';

import { areNamedBy, innerObjectsOf, isRow, objectsOf, rowList, rowSource } from '../../connector/rows';

/** Unset values are left out rather than sent as false (sheet 3.1); null is taken for the same. */
const flag = z.boolean().nullish();
const text = z.union([z.string(), z.number().transform(String)]).nullish();

/** What is only passed on: one odd value is no failure of a list. */
const any = z.unknown().optional();

const preview = z.looseObject({ id: any, title: any, isDisabled: any, isDeleted: any });

const publication = z.looseObject({
	id: any,
	title: any,
	isDisabled: any,
	isDeleted: any,
	previews: innerObjectsOf(preview).nullish(),
});

/** Without an id it is a row of a list, and nothing that could be chosen. */
const campaign = z.looseObject({
	id: any,
	title: any,
	type: any,
	start: any,
	isArchived: any,
	strategy: any,
	publications: innerObjectsOf(publication).nullish(),
});

export type Preview = z.infer<typeof preview>;
export type Publication = z.infer<typeof publication>;
export type Campaign = z.infer<typeof campaign>;

export const campaignsAnswer = z.looseObject({
	campaigns: objectsOf(campaign).refine(areNamedBy('id')),
	hasNextPage: flag,
	pageLastId: text,
});

export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;

/** Where none is named there is nothing that could be asked for. */
const publisher = z.preprocess(
	(value) => (isRow(value) ? value : {}),
	z.looseObject({ id: any, name: any, logoUrl: any, isDeleted: flag }),
);

const permission = z.looseObject({ publisher, canRead: flag, canWrite: flag });

export type Permission = z.infer<typeof permission>;

export const permissionsAnswer = z
	.looseObject({
		userPermissions: objectsOf(permission).refine((permissions) =>
			areNamedBy('id')(permissions.map(({ publisher }) => publisher)),
		),
	})
	.transform(({ userPermissions }) => userPermissions);

const balance = z.looseObject({ publisherId: any, balance: any });

export type Balance = z.infer<typeof balance>;

export const balancesAnswer = z
	.looseObject({ balances: objectsOf(balance).refine(areNamedBy('publisherId')) })
	.transform(({ balances }) => balances);

export const orderAnswer = z.looseObject({ reportId: z.string().min(1) });

/** Undefined while the report is being built. */
export const reportAnswer = z
	.looseObject({ statistics: rowList })
	.transform(({ statistics }) => rowSource(statistics))
	.optional();

const words = z.string().min(1);

/**
 * The form of errors is not documented; these are where other services of Yandex put their words, with whatever else
 * they say behind them.
 */
export const errorAnswer = z.union([
	z
		.looseObject({ message: words, code: any })
		.transform(({ message, code, ...rest }) => ({ code, said: [message, rest] })),
	z
		.looseObject({ error: words, code: any })
		.transform(({ error, code, ...rest }) => ({ code, said: [error, rest] })),
	z
		.looseObject({ error: z.looseObject({ message: words, code: any }) })
		.transform(({ error: { message, code, ...more }, ...rest }) => ({ code, said: [message, more, rest] })),
]);
