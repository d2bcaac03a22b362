import type { Origins, Platform } from '../frame/platform';

import { JobStore } from './jobs/job-store';
import { Links, Storage } from './jobs/storage';
import { metaPlacement, type MetaPlacement } from './meta';
import { DEFAULT_OPTIONS, type TargetAdsOptions } from './options';
import { TargetAdsPlatform } from './platform';
import {
	Project,
	aggregatedRows,
	pathRows,
	rawRows,
	type AggregatedQuestion,
	type PathQuestion,
	type RawQuestion,
} from './project';
import { TARGET_EVENTS, type TargetEvent } from './target-events';
import type { AggregatedRow } from './truth/aggregated-rows';
import type { Row } from './truth/columns';

export type {
	AggregatedQuestion,
	AggregatedRow,
	MetaPlacement,
	PathQuestion,
	RawQuestion,
	Row,
	TargetAdsOptions,
	TargetEvent,
};

/** What a test needs to know about the TargetADS of the sandbox. */
export interface TargetAdsSandbox {
	/** Base URL of the credential: endpoints are `${baseUrl}/v1/...`. */
	readonly baseUrl: string;
	/** Origin of the job files. */
	readonly storageUrl: string;
	readonly token: string;
	readonly projectId: number;
	/** A project that exists and does not belong to the token. */
	readonly foreignProjectId: number;
	/** As /v1/meta/campaigns gives them with active=false. */
	readonly placements: readonly MetaPlacement[];
	/** Ids of the placements that are active now. */
	readonly activeIds: readonly number[];
	/** `campaign_access` of token_validate. */
	readonly accessibleIds: readonly number[];
	readonly targetEvents: readonly TargetEvent[];
	/** The rows of raw_reports, all of them and in their order, made while they are read. */
	rawRows(question: RawQuestion): Iterable<Row>;
	/** The rows of path_to_conversion, likewise. */
	pathRows(question: PathQuestion): Iterable<Row>;
	/** The rows of agg_report. */
	aggregatedRows(question: AggregatedQuestion): Iterable<AggregatedRow>;
}

/** TargetADS and the storage of its files. */
export function createTargetAds(
	given: Partial<TargetAdsOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: TargetAdsSandbox } {
	const options = { ...DEFAULT_OPTIONS, ...given };
	const project = new Project(options, now);
	const jobs = new JobStore(options.seed);
	const links: Links = new Links(() => origins(storage.name), options.seed, now);
	const storage = new Storage(jobs, links);
	const api = new TargetAdsPlatform(project, jobs, links);
	const baseUrl = () => origins(api.name) + api.prefix;
	return { services: [api, storage], sandbox: windowInto(project, baseUrl, () => origins(storage.name)) };
}

function windowInto(project: Project, baseUrl: () => string, storageUrl: () => string): TargetAdsSandbox {
	return {
		get baseUrl() {
			return baseUrl();
		},
		get storageUrl() {
			return storageUrl();
		},
		token: project.options.token,
		projectId: project.options.projectId,
		foreignProjectId: project.foreignId,
		placements: project.placements.map((placement) => metaPlacement(project, placement)),
		get activeIds() {
			return project.placements.filter((placement) => project.isActive(placement)).map(({ id }) => id);
		},
		accessibleIds: project.accessibleIds,
		targetEvents: TARGET_EVENTS,
		rawRows: (question) => rawRows(project, question),
		pathRows: (question) => pathRows(project, question),
		aggregatedRows: (question) => aggregatedRows(project, question),
	};
}
