import type { IDataObject } from 'n8n-workflow';

import { targetAds } from '../../platforms/targetads';
import type { NodeTask } from '../contender/task';
import { FIELDS } from '../server/rows';

/** A raw report of one day, without its address. */
export const RAW = {
	resource: 'report',
	operation: 'getRaw',
	fields: [...FIELDS],
	interactionTypes: ['Impression'],
	campaignScope: 'all',
	dateRange: 'custom',
	dateFrom: '2026-02-01',
	dateTo: '2026-02-01',
	returnAll: true,
};

/** A raw report by our node. The project id tells the data server how many rows a slice has. */
export function rawReport(url: string, rows: number, parameters: IDataObject = {}): NodeTask {
	const all: IDataObject = { ...RAW, ...parameters };
	const { options = {} } = all as { options?: IDataObject };
	const credential = (projectId: number) => ({
		accessToken: 'bench',
		projectId: String(projectId),
		baseUrl: url,
	});
	return {
		contender: 'node',
		type: targetAds.type,
		credentialType: targetAds.credentialType,
		credential: credential(rows),
		parameters: all,
		binaryMode: 'filesystem',
		warmUp: { ...all, dateFrom: all.dateTo!, options: { ...options, rowsPerFile: 0 } },
		warmUpCredential: credential(10),
	};
}
