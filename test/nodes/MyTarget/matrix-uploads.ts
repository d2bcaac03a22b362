import type { INodeExecutionData } from 'n8n-workflow';

import type { Write } from '../../faults/model';
import { byId } from '../../platforms/platform';
import { png } from './media';

/** Of the type that User List > Upload has by default, and one that is none. */
const people: INodeExecutionData[] = [
	...Array.from({ length: 2000 }, (_none, index) => ({ json: { email: `person${index}@mail.example` } })),
	{ json: { email: 'nobody' } },
];

const sales: INodeExecutionData[] = Array.from({ length: 10 }, (_none, index) => ({
	json: { phone: `+7900100000${index}`, paid_at: '2026-02-01' },
}));

const picture: INodeExecutionData = {
	json: {},
	binary: { data: { data: png(20, 10).toString('base64'), fileName: 'a.png', mimeType: 'image/png' } },
};

/** Changes that send files. @param accepted counts those that the platform took */
export function uploads(accepted: Write['made']): readonly Write[] {
	return [
		{
			name: 'userList.upload',
			parameters: () => ({
				...{ resource: 'userList', operation: 'upload', name: 'Customers', source: 'items', column: 'email' },
			}),
			input: people,
			made: ({ myTarget }) => myTarget.uploadedLists.length,
		},
		{
			name: 'userList.delete',
			parameters: ({ myTarget }) => ({
				...{ resource: 'userList', operation: 'delete', userListId: byId(myTarget.userLists[1]!.id) },
			}),
			made: accepted,
		},
		{
			name: 'offlineConversion.upload',
			// A new list is looked for among the others before it is sent, which is a fault of its own.
			parameters: ({ myTarget }) => ({
				...{ resource: 'offlineConversion', operation: 'upload', uploadTo: 'existing' },
				...{ offlineConversionId: byId(myTarget.offlineGoals[0]!.id), name: 'Sales', source: 'items' },
				...{ identifierColumn: 'phone', dateColumn: 'paid_at' },
			}),
			input: sales,
			made: ({ myTarget }) => myTarget.conversions.size,
		},
		{
			name: 'offlineConversion.delete',
			parameters: ({ myTarget }) => ({
				...{ resource: 'offlineConversion', operation: 'delete' },
				offlineConversionId: byId(myTarget.offlineGoals[1]!.id),
			}),
			made: accepted,
		},
		{
			name: 'content.upload',
			parameters: () => ({ resource: 'content', operation: 'upload', contentType: 'static' }),
			input: [picture],
			made: ({ myTarget }) => myTarget.content.length,
		},
		{
			name: 'request.send, a text',
			parameters: () => ({
				...{ resource: 'request', operation: 'send', method: 'PUT', bodyType: 'text' },
				...{ path: '/api/v3/search_phrases/5.json', textType: 'text/csv', textBody: 'phrase\r\nдиван\r\n' },
			}),
			made: accepted,
		},
	];
}
