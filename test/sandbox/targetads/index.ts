import type { JsonObject } from '../frame/routes';
import type { Origins, Platform } from '../frame/platform';

import { EventDoor } from './events/event-door';
import { JobStore } from './jobs/job-store';
import { Links, Storage } from './jobs/storage';
import { metaPlacement } from './meta';
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
import { TARGET_EVENTS } from './target-events';
import type { Row } from './truth/columns';

export type { AggregatedQuestion, Row, TargetAdsOptions };

/** What a test needs to know about the TargetADS of the sandbox. */
export type TargetAdsSandbox = Readonly<ReturnType<typeof windowInto>>;

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
	const events = new EventDoor(project);
	const api = new TargetAdsPlatform(project, jobs, links, events);
	const baseUrl = () => origins(api.name) + api.prefix;
	return {
		services: [api, storage],
		sandbox: windowInto(project, events, baseUrl, () => origins(storage.name)),
	};
}

function windowInto(project: Project, events: EventDoor, baseUrl: () => string, storageUrl: () => string) {
	return {
		/** Base URL of the credential: endpoints are `${baseUrl}/v1/...`. */
		get baseUrl() {
			return baseUrl();
		},
		/** Origin of the job files. */
		get storageUrl() {
			return storageUrl();
		},
		token: project.options.token,
		projectId: project.options.projectId,
		/** A project that exists and does not belong to the token. */
		foreignProjectId: project.foreignId,
		/** As /v1/meta/campaigns gives them with active=false. */
		placements: project.placements.map((placement) => metaPlacement(project, placement)),
		/** Ids of the placements that are active now. */
		get activeIds() {
			return project.placements.filter((placement) => project.isActive(placement)).map(({ id }) => id);
		},
		/** `campaign_access` of token_validate. */
		accessibleIds: project.accessibleIds,
		targetEvents: TARGET_EVENTS,
		/** Events that were uploaded and taken, each as often as that. */
		takenEvents: events.taken as readonly JsonObject[],
		/** Somebody changes the status of a placement. */
		setStatus: (placementId: number, status: string) => {
			project.statuses.set(placementId, status);
		},
		/** One placement more. @returns its ID */
		addPlacement: (name: string): number => {
			const last = [...project.placements, ...project.added].at(-1)!;
			project.added.push({ ...last, number: last.number + 1, id: last.id + 1, name });
			return last.id + 1;
		},
		/** Another token with another end takes the place of the one that there is. @param at milliseconds */
		setTokenEnd: (at: number) => {
			project.expiresAt = at;
		},
		/** The rows of raw_reports, all of them and in their order, made while they are read. */
		rawRows: (question: RawQuestion) => rawRows(project, question),
		/** The rows of path_to_conversion, likewise. */
		pathRows: (question: PathQuestion) => pathRows(project, question),
		/** The rows of agg_report. */
		aggregatedRows: (question: AggregatedQuestion) => aggregatedRows(project, question),
	};
}
