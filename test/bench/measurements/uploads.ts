import { myTarget } from '../../platforms/mytarget';
import { BAD_LINES } from '../contender/people';
import type { UploadTask } from '../contender/task';
import type { Case, Measurement, Setup } from './measurement';

const LINES = 300_000;
const POLL_SECONDS = 1;

/** The least that a list may have (sheet 3.30). */
const WARM_UP_LINES = 2000;

const SOURCES = { items: 'from input items', file: 'from a file' } as const;

export function uploadMeasurements({ server: { userLists }, shrink }: Setup): Measurement[] {
	const task = (source: UploadTask['source'], lines: number): UploadTask => ({
		contender: 'upload',
		...{ type: myTarget.type, credentialType: myTarget.credentialType },
		credential: {
			...{ platform: 'other', authentication: 'accessToken', accessToken: 'bench' },
			baseUrl: userLists,
		},
		parameters: {
			...{ resource: 'userList', operation: 'upload', name: 'People', listType: 'emails' },
			...{ column: 'email', options: { pollInterval: POLL_SECONDS } },
		},
		...{ source, lines, warmUpLines: WARM_UP_LINES, waitedMs: POLL_SECONDS * 1000 },
	});
	const cases = (source: UploadTask['source'], size: number): Case[] => {
		const lines = size / shrink;
		const name = `${lines.toLocaleString('en-US')} lines ${SOURCES[source]}`;
		const alone: UploadTask = { ...task(source, lines), contender: 'input-alone' };
		return [
			{ name: `${name}, made but not sent`, task: alone },
			{ name, task: task(source, lines) },
		];
	};
	return [
		{
			name: 'upload',
			title: 'User List > Upload of VK Ads',
			note:
				'The file lies in the store of n8n (filesystem mode). Memory is that above an n8n without the items or the file; ' +
				'what they take by themselves, and making them, is in the rows of lists that nobody sends. Time is that of the ' +
				`upload alone, without the second before the first look at the list. ${BAD_LINES} lines of each list are refused ` +
				'and come back as items.',
			cases: [...cases('items', LINES), ...cases('file', LINES), ...cases('file', LINES * 10)],
		},
	];
}
