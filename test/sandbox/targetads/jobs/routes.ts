import { json, type Answer } from '../../frame/answer';
import type { Route } from '../../frame/routes';
import { utcText } from '../../frame/calendar';
import { JOB_FAULTS, jobFault, tooMany, type PlatformFault } from '../../frame/faults/fault';
import type { Project } from '../project';
import { Refusal } from '../refusal';
import { pathJobRequest } from '../reports/path-request';
import { flatRawJobRequest, rawJobRequest } from '../reports/raw-request';

import type { Job, JobStore } from './job-store';
import type { Links } from './storage';

const ROWS_PER_SECOND = 50_000;

/** The asynchronous reports of v2 and the polling of their jobs. */
export function jobRoutes(project: Project, jobs: JobStore, links: Links): Route[] {
	const created = (job: Job): Answer =>
		json(200, {
			job_id: job.id,
			status: 'CREATED',
			created_at: utcText(project.now()),
			estimated_seconds: 1 + Math.ceil(job.rowCount / ROWS_PER_SECOND),
		});
	const rawRequest = project.options.jobDialect === 'flat' ? flatRawJobRequest : rawJobRequest;
	return [
		{
			method: 'POST',
			path: /^\/v2\/reports\/raw_reports$/,
			faults: JOB_FAULTS,
			answer: ({ body, fault }) => {
				const request = rawRequest(project, body);
				return created(jobs.order(project.truth.raw(request), request.fields, request, jobFault(fault)));
			},
		},
		{
			method: 'POST',
			path: /^\/v2\/reports\/path_to_conversion$/,
			faults: JOB_FAULTS,
			answer: ({ body, fault }) => {
				const request = pathJobRequest(project, body);
				return created(jobs.order(project.truth.path(request), request.fields, request, jobFault(fault)));
			},
		},
		{
			method: 'GET',
			path: /^\/v2\/jobs\/[^/]+$/,
			faults: [...JOB_FAULTS, 'counts-more'],
			answer: ({ path, fault }) => {
				const job = jobs.find(path.slice(path.lastIndexOf('/') + 1));
				if (job === undefined) throw new Refusal(404, 'job not found');
				return poll(project, job, links, fault ?? job.fault);
			},
		},
	];
}

/** One answer of 3.9. */
function poll(project: Project, job: Job, links: Links, fault: PlatformFault | undefined): Answer {
	const { options } = project;
	if (fault?.kind === 'job-never-ends') return json(200, { job_id: job.id, status: 'PROCESSING' });
	if (fault?.kind === 'job-status') {
		const reason = fault.error_message === undefined ? {} : { error_message: fault.error_message };
		return json(200, { job_id: job.id, status: fault.status, ...reason });
	}
	job.polls++;
	if (job.polls <= options.jobPolls) return json(200, { job_id: job.id, status: 'PROCESSING' });
	const link = links.create(`/targetads-reports/${job.id}.csv${options.gzip ? '.gz' : ''}`);
	return json(200, {
		job_id: job.id,
		status: 'DONE',
		row_count: job.rowCount + tooMany(fault),
		file_size_bytes: job.fileSize(options.gzip),
		download_url: link.url,
		download_expires_at: utcText(link.expiresAt),
	});
}
