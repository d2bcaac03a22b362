import { z } from 'zod';

import { isLoopbackHost } from '../../connector/transport';
import { pathSegment, type Client, type ClientRequest, type NameAndValue } from '../../connector/client';
import { assertComplete } from '../../connector/pages';
import { idText } from '../../connector/rows';
import type { WrittenRequest } from '../shared/request/api-request';
import { EventUploads } from './event/uploads';
import { UPLOAD_ADDRESS, uploadAddress } from './event/upload-address';
import {
	campaignsAnswer,
	jobAnswer,
	jobOrderAnswer,
	reportAnswer,
	targetEventsAnswer,
	tokenAnswer,
	type JobAnswer,
	type Placement,
	type ReportAnswer,
	type TargetEvent,
	type TokenInfo,
} from './schemas';

/** The kinds of report as the paths name them. Documentation pages have other names (sheet T24). */
export type ReportPath = JobPath | 'agg_report';

/** Those that can also be ordered as a job. */
export type JobPath = 'raw_reports' | 'path_to_conversion';

export interface Page {
	readonly offset: number;
	readonly size: number;
	readonly signal: AbortSignal;
	/** Whether halves would be run if it took too long now. */
	readonly canSplit: () => boolean;
	/** Beside the project. */
	readonly query?: readonly NameAndValue[];
}

/** The id of a placement, as a list of none or one. */
export function idOf({ placement_id: id }: Placement): string[] {
	const text = idText(id);
	return text === undefined ? [] : [text];
}

/** The endpoints of the TargetADS reporting API, one method each. */
export class TargetAdsApi {
	private readonly placements = new Map<boolean, Promise<Placement[]>>();

	constructor(
		private readonly client: Client,
		readonly projectId: string,
		private readonly baseUrl: string,
		/** Throws where the token may not go to an address. `field`: where it was entered. */
		private readonly allowed: (url: string, field: string) => string,
	) {}

	/** Placements, which the API calls campaigns (sheet 3.1, T12). `activeOnly`: with impressions in the last 7 days. */
	async campaigns(activeOnly: boolean): Promise<Placement[]> {
		// One report may want them twice, for its scope and for their names, and each of several input items.
		const known = this.placements.get(activeOnly) ?? this.loadCampaigns(activeOnly);
		this.placements.set(activeOnly, known);
		// Whoever asks after a failure asks anew.
		known.catch(() => this.placements.delete(activeOnly));
		return known;
	}

	/** Target events of the project (sheet 3.3). */
	async targetEvents(): Promise<TargetEvent[]> {
		const path = '/v1/meta/target_event';
		const { rows, count } = await this.call({ method: 'GET', path, intent: 'read' }, targetEventsAnswer);
		assertComplete(rows.length, count);
		return rows;
	}

	/** What the token may do and until when; undefined when the platform accepts it without details (sheet 3.2, T5). */
	async tokenInfo(): Promise<TokenInfo> {
		const path = '/v1/meta/token_validate';
		return this.call({ method: 'GET', path, intent: 'read', mayBeEmpty: true }, tokenAnswer);
	}

	/** One page of a direct report (sheet 3.4 to 3.6). */
	async reportPage(
		report: ReportPath | (string & {}),
		body: object,
		{ offset, size, signal, canSplit, query }: Page,
	): Promise<ReportAnswer> {
		const path = `/v1/reports/${report}`;
		const json = { ...body, Offset: offset, Limit: size };
		return this.call(
			{ method: 'POST', path, json, intent: 'read', canSplit, signal, unparsedRows: true },
			reportAnswer,
			query,
		);
	}

	/** Orders a job (sheet 3.7, 3.8). @returns its id */
	async orderJob(report: JobPath, json: object, signal: AbortSignal): Promise<string> {
		const path = `/v2/reports/${report}`;
		const answer = await this.call({ method: 'POST', path, json, intent: 'order', signal }, jobOrderAnswer);
		return answer.job_id;
	}

	async job(id: string, signal: AbortSignal): Promise<JobAnswer> {
		const path = `/v2/jobs/${pathSegment(id)}`;
		return this.call({ method: 'GET', path, intent: 'read', namesObject: true, signal }, jobAnswer);
	}

	/** Any other method. @returns the answer as it came; undefined for an empty one */
	async send({ method, path, query, json }: WrittenRequest): Promise<unknown> {
		const sent = { method, path, json, mayBeEmpty: true };
		if (method === 'GET')
			return this.call({ ...sent, intent: 'read', namesObject: true }, z.unknown(), query);
		const check = 'Look for what it should have made before you send it again.';
		return this.call({ ...sent, intent: 'write', check }, z.unknown(), query);
	}

	/**
	 * Where events are taken.
	 *
	 * @param address '' for the usual one
	 * @throws {ParameterError} one that the token must not go to
	 */
	eventUploads(address: string): EventUploads {
		const url = this.allowed(uploadAddress(address, this.baseUrl), UPLOAD_ADDRESS);
		return new EventUploads(this.client.at(url), this.projectId);
	}

	/** The file of a finished job. The link is on another host, which must not get the token (sheet 3.10). */
	async download(url: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
		const reach = isLoopbackHost(new URL(this.baseUrl).hostname) ? 'anywhere' : 'public';
		return this.client.download(url, reach, signal);
	}

	/** Recovery for a download that breaks off, by the same policy as for requests. */
	recovery(signal: AbortSignal): ReturnType<Client['recovery']> {
		return this.client.recovery(signal);
	}

	private async loadCampaigns(activeOnly: boolean): Promise<Placement[]> {
		// The default of `active` is true, so it is always sent; and in lower case, as the documentation writes it (S9).
		const query = [['active', String(activeOnly)]] as const;
		const request = { method: 'GET', path: '/v1/meta/campaigns', intent: 'read' } as const;
		const { rows, count } = await this.call(request, campaignsAnswer, query);
		// It is not known to have pages, so what is missing cannot be asked for.
		assertComplete(rows.length, count);
		return rows;
	}

	/** Every endpoint wants the project (sheet 1). */
	private async call<Schema extends z.ZodType>(
		request: ClientRequest,
		schema: Schema,
		query: readonly NameAndValue[] = [],
	): Promise<z.infer<Schema>> {
		return this.client.json({ ...request, query: [['project_id', this.projectId], ...query] }, schema);
	}
}
