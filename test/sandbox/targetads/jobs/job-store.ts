import type { JobFault } from '../../frame/faults/kinds';
import { mix, uuid } from '../../frame/hash';
import type { Stretch } from '../reports/raw-request';
import type { Report } from '../truth/truth';

import { Job } from './job';

/** All ordered jobs. An order that is repeated is another job (section 5.3, 7). */
export class JobStore {
	private readonly jobs = new Map<string, Job>();
	private ordered = 0;

	constructor(private readonly seed: number) {}

	order(report: Report, fields: readonly string[], stretch: Stretch, fault: JobFault | undefined): Job {
		this.ordered++;
		const job = new Job(uuid(mix(mix(this.seed, 0x10b), this.ordered)), report, fields, stretch, fault);
		this.jobs.set(job.id, job);
		return job;
	}

	find(id: string): Job | undefined {
		return this.jobs.get(id);
	}

	clear(): void {
		this.jobs.clear();
		this.ordered = 0;
	}
}
