import type { FaultEntry } from '../model';
import { connections } from './connections';
import { contents } from './contents';
import { counts } from './counts';
import { statuses } from './statuses';
import { jobs } from './jobs';
import { envelopes, paging } from './paging';
import { records } from './records';
import { refusals } from './refusals';

export const faults: readonly FaultEntry[] = [
	...statuses,
	...refusals,
	...connections,
	...contents,
	...envelopes,
	...records,
	...paging,
	...counts,
	...jobs,
];

/** Faults of one kind, as docs/reliability.md counts them. */
export const families: Readonly<Record<FaultEntry['group'], string>> = {
	status: 'A status that says so: 408, 500, 502, 503, 504, 401, 403',
	'asked to wait':
		'425 and 429, with a `Retry-After` in seconds, as a date, as garbage, far away, without one',
	refusal:
		'A refusal in a form that nobody foresaw: JSON, XML or plain text with 400, 403, 422 or 500; a wrong base path, where 404 comes as a page or as text',
	connection:
		'A connection that is refused, reset before, during or after the work, or made to a server whose certificate nobody vouches for',
	time: 'Time-outs of headers and body, answers that drip',
	content: 'A body that is cut, HTML, a wrong content type or charset',
	hostile: 'A redirect to another server',
	size: 'A body that is too large, a gzip bomb',
	envelope: 'Good JSON or XML that is not what was asked for, an error inside of a 200',
	records:
		'One record of an answer that is missing, has other fields, or a value of another kind or with other text',
	pages: 'A page or cursor that comes twice, an empty page that promises more, a list that changes meanwhile',
	counts: 'A count that is never reached, or that a later page takes back',
	jobs: 'A report that ends without a result, or never',
};
