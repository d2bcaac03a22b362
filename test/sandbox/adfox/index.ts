import type { Origins, Platform } from '../frame/platform';

import { Account, type AdfoxWrite } from './account';
import type { AdfoxRow } from './objects/collection';
import { rowsOf, type Kind } from './objects/store';
import { DEFAULT_OPTIONS, type AdfoxOptions } from './options';
import { AdfoxPlatform } from './platform';
import { orderOf, savedOrderOf } from './reports/order';
import { tableOf, type ReportCell, type ReportFilter } from './reports/table';

export type { AdfoxOptions, AdfoxRow };

/** Days as YYYY-MM-DD in Moscow, both included. */
export interface AdfoxReportQuestion {
	/** A saved report, which has its columns. */
	reportName?: string;
	/** Of a saved report; by default `owner`. */
	level?: string;
	/** Of a saved report. */
	objectId?: number;
	metrics?: readonly string[];
	dimensions?: readonly string[];
	filters?: readonly ReportFilter[];
	limit?: number;
	dateFrom: string;
	dateTo: string;
}

const LISTS = {
	superCampaigns: 'superCampaign',
	campaigns: 'campaign',
	banners: 'banner',
	advertisers: 'advertiser',
	sites: 'website',
	zones: 'zone',
	places: 'place',
} as const;

/** What a test needs to know about the ADFOX of the sandbox. Objects are as they are now, after writes too. */
export interface AdfoxSandbox extends Readonly<Record<keyof typeof LISTS, readonly AdfoxRow[]>> {
	/** Base URL of the credential: `${baseUrl}/v1` and `${baseUrl}/v2/reports`. */
	readonly baseUrl: string;
	readonly token: string;
	/** Objects of any other kind, as their list gives them. */
	objects(kind: Kind): readonly AdfoxRow[];
	/** What a targeting was set to, as text; undefined: it was not. */
	targeting(object: 'banner', id: string, name: string): Readonly<Record<string, string>> | undefined;
	/** Whether a campaign or a banner is switched on there, itself or above. */
	isPlaced(owner: string, level: 'website' | 'zone' | 'place', id: string): boolean;
	/** Somebody changes a campaign. */
	changeCampaign(id: string, fields: Readonly<Record<string, string>>): void;
	/** One campaign more. @returns its ID */
	addCampaign(name: string): string;
	/** Reports have data up to this day, YYYYMMDD. */
	readyUntil(day: string): void;
	/** The rows of a REST report in their order, by column. Errors: those of the order. */
	reportRows(question: AdfoxReportQuestion): Record<string, ReportCell>[];
	/** Every write that was carried out, in its order; refused ones and code -10 are not among them. */
	readonly writes: readonly AdfoxWrite[];
}

export function createAdfox(
	given: Partial<AdfoxOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: AdfoxSandbox } {
	const account = new Account({ ...DEFAULT_OPTIONS, ...given }, now);
	const api: AdfoxPlatform = new AdfoxPlatform(account, () => origins(api.name));
	return { services: [api], sandbox: windowInto(account, () => origins(api.name) + api.prefix) };
}

function windowInto(account: Account, baseUrl: () => string): AdfoxSandbox {
	const objects = (kind: Kind) => rowsOf(account.store, kind);
	const window: Omit<AdfoxSandbox, keyof typeof LISTS> = {
		get baseUrl() {
			return baseUrl();
		},
		token: account.options.token,
		objects,
		targeting: (object, id, name) => account.targetings.get(`${object} ${id} ${name}`),
		isPlaced: (owner, level, id) => account.placements.isOn(owner, level, id),
		changeCampaign: (id, fields) => {
			Object.assign(account.store.campaign.get(id)!, fields);
		},
		addCampaign: (name) => {
			const { ID: _id, ...fields } = account.store.campaign.all().at(-1)!;
			return account.add('campaign', { ...fields, name });
		},
		readyUntil: (day) => {
			account.readyUntil = day;
		},
		reportRows: (question) => reportRows(account, question),
		writes: account.writes,
	};
	for (const [name, kind] of Object.entries(LISTS)) {
		Object.defineProperty(window, name, { enumerable: true, get: () => objects(kind) });
	}
	return window as AdfoxSandbox;
}

function reportRows(account: Account, question: AdfoxReportQuestion): Record<string, ReportCell>[] {
	const { reportName, level, objectId, dateFrom, dateTo, ...columns } = question;
	const dateRange = { from: dateFrom, to: dateTo };
	const { ownerId } = account.options;
	const owner = ownerId === undefined ? {} : { ownerId };
	const query =
		reportName === undefined
			? orderOf(account, { ...columns, dateRange, ...owner })
			: savedOrderOf(account, reportName, {
					dateRange,
					level: level ?? 'owner',
					...(objectId === undefined ? {} : { objectId }),
					...owner,
				});
	const names = [...query.dimensions, ...query.metrics].map(({ name }) => name);
	return tableOf(account, query).rows.map((row) =>
		Object.fromEntries(names.map((name, index) => [name, row[index]!] as const)),
	);
}
