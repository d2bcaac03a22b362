import type { Auth } from '../../connector/auth';
import {
	pathSegment,
	type Client,
	type ClientRequest,
	type FormFile,
	type NameAndValue,
} from '../../connector/client';
import type { ExactNumber, Row } from '../../connector/rows';
import { KeptAnswers } from '../shared/platform/kept-answers';
import { METADATA_KEPT_MS } from './limits';
import { classicAnswer, counterOf, decodeClassic, rowsOf, type ClassicAnswer } from './answer';
import {
	metadataAnswer,
	orderAnswer,
	reportInfoAnswer,
	reportsAnswer,
	availableDatesAnswer,
	resultAnswer,
	taskAnswer,
	type ReportInfo,
	type ReportMetadata,
	type ResultAnswer,
	type TaskAnswer,
} from './schemas';

/** The navigation block of a method (sheet 2.1). */
export interface Navigation {
	readonly object: string;
	readonly action: string;
	/** Absent in some methods. */
	readonly actionObject?: string;
}

/**
 * How parameters travel (sheet 1.4): `usual` is what clients do, reads in the URL and changes as a urlencoded POST; the
 * other two are POSTs for reads, too.
 */
export type SendAs = 'usual' | 'urlEncoded' | 'multipart';

/** What is sent beside the parameters, or otherwise than usual. */
export interface Sending {
	readonly sendAs?: SendAs;
	readonly files?: readonly FormFile[];
}

/** Rows of one page. */
export interface RowPage {
	/** Undefined where the answer has no rows by its nature, such as a single value. */
	readonly rows: readonly Row[] | undefined;
	/** Of the whole list; undefined where the method does not count. */
	readonly total: number | undefined;
	readonly answer: ClassicAnswer;
}

/** An order of a report that is made of metrics and dimensions (sheet 5.2). */
export interface ReportOrder {
	readonly metrics: readonly string[];
	readonly dimensions: readonly string[];
	readonly filters: readonly { field: string; operator: string; value: unknown }[];
	readonly dateRange: DateRange;
	readonly limit: number;
	readonly ownerId?: string | number | ExactNumber;
}

/** An order of a saved report, which has its own metrics, dimensions and filters (rest-statistics/request-generate-report). */
export interface SavedReportOrder {
	readonly level: string;
	readonly objectId?: string | number | ExactNumber;
	readonly dateRange: DateRange;
	readonly ownerId?: string | number | ExactNumber;
}

interface DateRange {
	readonly from: string;
	readonly to: string;
}

const CLASSIC = '/v1';
const REPORTS = '/v2/reports';

/** What input is read as. Without it Cyrillic would be taken for windows-1251 (sheet 1.5), so it is always sent. */
const ENCODING: NameAndValue = ['encoding', 'UTF-8'];

/** ADFOX asks to keep its metadata (sheet 5.2); for how long is our choice. */
const metadata = new KeptAnswers<ReportMetadata>(METADATA_KEPT_MS);

/** The classic API, where a method is a navigation block in the parameters, and the REST reports. */
export class AdfoxApi {
	/**
	 * @param reportAuth reports are signed otherwise than the rest
	 * @param account what tells it from others
	 */
	constructor(
		private readonly client: Client,
		private readonly reportAuth: Auth,
		private readonly account: readonly string[],
	) {}

	/** Reads. Without `limit` the platform gives 10 rows, so it is always sent (sheet 3.3). */
	async page(
		navigation: Navigation,
		parameters: readonly NameAndValue[],
		{ offset, limit }: { readonly offset: number; readonly limit: number },
		sendAs: SendAs = 'usual',
	): Promise<RowPage> {
		const paging = Object.entries({ limit: String(limit), offset: String(offset) });
		const sent = [...blockOf(navigation), ...parameters, ...paging, ENCODING];
		const content =
			sendAs === 'usual'
				? ({ method: 'GET', query: sent } as const)
				: ({ method: 'POST', ...bodyOf(sent, sendAs) } as const);
		const answer = await this.client.json(
			{ ...content, path: CLASSIC, intent: 'read', accept: '*/*', decode: decodeClassic },
			classicAnswer,
		);
		return { rows: rowsOf(answer, offset), total: counterOf(answer, 'total_rows'), answer };
	}

	/** Changes something by POST, never twice: only a 429 proves that nothing was done. @param check how to look */
	async write(
		navigation: Navigation,
		parameters: readonly NameAndValue[],
		check: string,
		{ sendAs = 'usual', files = [] }: Sending = {},
	): Promise<ClassicAnswer> {
		const sent = [...blockOf(navigation), ...parameters, ENCODING];
		// With a file everything else goes into the URL (sheet 1.4).
		const content =
			files.length > 0 ? { query: sent, multipart: { fields: [], files } } : bodyOf(sent, sendAs);
		const way = { method: 'POST', path: CLASSIC, accept: '*/*', decode: decodeClassic } as const;
		return this.client.json({ ...way, ...content, intent: 'write', check }, classicAnswer);
	}

	async reports(level: string): Promise<Row[]> {
		const query = { level };
		const request = { method: 'GET', path: `${REPORTS}/list`, query, intent: 'read' } as const;
		return this.client.json({ ...request, auth: this.reportAuth }, reportsAnswer);
	}

	/** What reports can be made of, for the editor. @param ownerId '' where the account needs not be named */
	async metadata(ownerId: string): Promise<ReportMetadata> {
		const request = { method: 'GET', path: `${REPORTS}/metadata`, intent: 'read' } as const;
		return metadata.get([...this.account, ownerId], async () =>
			this.client.json({ ...request, query: ownerQuery(ownerId), auth: this.reportAuth }, metadataAnswer),
		);
	}

	/** What a saved report is made of. @param ownerId '' where the account needs not be named */
	async reportInfo(name: string, ownerId: string, signal: AbortSignal): Promise<ReportInfo> {
		const path = `${REPORTS}/report-info/${pathSegment(name)}`;
		const request = { method: 'GET', path, intent: 'read', namesObject: true, signal } as const;
		return this.client.json(
			{ ...request, query: ownerQuery(ownerId), auth: this.reportAuth },
			reportInfoAnswer,
		);
	}

	/** Until which day there are data of an object, in the platform's own form. @param ownerId '' where the account needs not be named */
	async availableUntil(
		{ level, objectId, ownerId }: Readonly<Record<'level' | 'objectId' | 'ownerId', string>>,
		signal: AbortSignal,
	): Promise<string> {
		const query = [['level', level], ['objectId', objectId] as const, ...ownerQuery(ownerId)] as const;
		const request = { method: 'GET', path: `${REPORTS}/available-dates`, intent: 'read', signal } as const;
		return this.client.json({ ...request, query, auth: this.reportAuth }, availableDatesAnswer);
	}

	/**
	 * Orders a report. An identical order gives the old task.
	 *
	 * @returns id of the task
	 */
	async orderReport(order: ReportOrder, signal: AbortSignal): Promise<string> {
		return this.order({ path: REPORTS }, order, signal);
	}

	/** The same for a report that is saved in ADFOX. */
	async orderSavedReport(name: string, order: SavedReportOrder, signal: AbortSignal): Promise<string> {
		return this.order({ path: `${REPORTS}/${pathSegment(name)}`, namesObject: true }, order, signal);
	}

	async task(taskId: string, signal: AbortSignal): Promise<TaskAnswer> {
		const path = `${REPORTS}/${pathSegment(taskId)}`;
		return this.client.json(
			{ method: 'GET', path, intent: 'read', namesObject: true, signal, auth: this.reportAuth },
			taskAnswer,
		);
	}

	async result(taskId: string, signal: AbortSignal): Promise<ResultAnswer> {
		const path = `${REPORTS}/${pathSegment(taskId)}/result`;
		return this.client.json(
			{ method: 'GET', path, intent: 'read', namesObject: true, signal, auth: this.reportAuth },
			resultAnswer,
		);
	}

	private async order(
		place: Pick<ClientRequest, 'path' | 'namesObject'>,
		order: object,
		signal: AbortSignal,
	): Promise<string> {
		const request = { ...place, method: 'POST', json: order, intent: 'order', signal } as const;
		return this.client.json({ ...request, auth: this.reportAuth }, orderAnswer);
	}
}

/** "campaign/target/targetingFrequency" */
export function pathOf({ object, action, actionObject }: Navigation): string {
	return [object, action, actionObject].filter(Boolean).join('/');
}

function ownerQuery(ownerId: string): NameAndValue[] {
	return ownerId === '' ? [] : [['ownerId', ownerId]];
}

function bodyOf(fields: readonly NameAndValue[], sendAs: SendAs): Pick<ClientRequest, 'form' | 'multipart'> {
	return sendAs === 'multipart' ? { multipart: { fields, files: [] } } : { form: fields };
}

function blockOf({ object, action, actionObject }: Navigation): NameAndValue[] {
	const block = { object, action, ...(actionObject === undefined ? {} : { actionObject }) };
	return Object.entries(block);
}
