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
