import { z } from 'zod';

import { row } from '../../connector/rows';

/** Unset values are left out rather than sent as false (sheet 3.1); null is taken for the same. */
const flag = z.boolean().nullish();
const text = z.string().nullish();

const preview = z.looseObject({ id: z.string(), title: text, isDisabled: flag, isDeleted: flag });

const publication = z.looseObject({
	id: z.string(),
	title: text,
	isDisabled: flag,
	isDeleted: flag,
	previews: z.array(preview).nullish(),
});

const campaign = z.looseObject({
	id: z.string(),
	title: text,
	type: text,
	start: text,
	isArchived: flag,
	strategy: z.looseObject({ name: text }).nullish(),
	publications: z.array(publication).nullish(),
});

export type Preview = z.infer<typeof preview>;
export type Publication = z.infer<typeof publication>;
export type Campaign = z.infer<typeof campaign>;

export const campaignsAnswer = z.looseObject({
	campaigns: z.array(campaign),
	hasNextPage: flag,
	pageLastId: text,
});

export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;

const permission = z.looseObject({
	publisher: z.looseObject({ id: z.string(), name: text, logoUrl: text, isDeleted: flag }),
	canRead: flag,
	canWrite: flag,
});

export type Permission = z.infer<typeof permission>;

export const permissionsAnswer = z
	.looseObject({ userPermissions: z.array(permission) })
	.transform(({ userPermissions }) => userPermissions);

const balance = z.looseObject({ publisherId: z.string(), balance: z.number() });

export const balancesAnswer = z
	.looseObject({ balances: z.array(balance) })
	.transform(({ balances }) => balances);

export const orderAnswer = z.looseObject({ reportId: z.string().min(1) });

/** Undefined while the report is being built. */
export const reportAnswer = z
	.looseObject({ statistics: z.array(row) })
	.transform(({ statistics }) => statistics)
	.optional();

/** The form of errors is not documented; these are where other services of Yandex put their words. */
export const errorAnswer = z.union([
	z.string(),
	z.looseObject({ message: z.string() }).transform(({ message }) => message),
	z.looseObject({ error: z.string() }).transform(({ error }) => error),
	z.looseObject({ error: z.looseObject({ message: z.string() }) }).transform(({ error }) => error.message),
]);
