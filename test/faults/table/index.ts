import type { FaultEntry } from '../model';
import { connections } from './connections';
import { contents } from './contents';
import { statuses } from './statuses';
import { jobs } from './jobs';
import { envelopes, paging } from './paging';

export const faults: readonly FaultEntry[] = [
	...statuses,
	...connections,
	...contents,
	...envelopes,
	...paging,
	...jobs,
];

/** Faults of one kind, as docs/reliability.md counts them. */
export const families: Readonly<Record<FaultEntry['group'], string>> = {
	status: 'A status that says so: 408, 500, 502, 503, 504, 401, 403',
	'asked to wait':
		'425 and 429, with a `Retry-After` in seconds, as a date, as garbage, far away, without one',
	connection:
		'A connection that is refused, reset before, during or after the work, or made to a server whose certificate nobody vouches for',
	time: 'Time-outs of headers and body, answers that drip',
	content: 'A body that is cut, HTML, a wrong content type or charset',
	hostile: 'A redirect to another server',
	size: 'A body that is too large, a gzip bomb',
	envelope: 'Good JSON or XML that is not what was asked for, an error inside of a 200',
	pages:
		'A page or cursor that comes twice, an empty page that promises more, a list that changes meanwhile, a count that is never reached',
	jobs: 'A report that ends without a result, or never',
};
