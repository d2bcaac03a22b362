import { id, required, text } from '../classic/checks';
import type { Method } from '../classic/method';
import { accessDenied, missing } from '../classic/refusal';

/** Files of campaigns and banners (sheet, 2.7 and 1.4). */
export const UPLOADS: readonly Method[] = [
	...([undefined, 'URL'] as const).map((actionObject): Method => ({
		object: 'campaign',
		action: 'upload',
		...(actionObject && { actionObject }),
		parameters: { objectID: required(id), URL: text, file: text },
		answer: {
			writes: ({ store }, sent) => {
				const campaign = sent.need('objectID');
				if (!store.campaign.has(campaign)) throw accessDenied();
				if (sent.get('URL') === undefined && sent.get('file') === undefined) throw missing('file');
				return {
					ids: [campaign],
					result: { value: `https://content.example/${campaign}/file?a=1&b=2` },
				};
			},
		},
	})),
	{
		object: 'banner',
		action: 'modify',
		actionObject: 'zipFile',
		parameters: { objectID: required(id), zipFile: required(text) },
		answer: {
			writes: ({ store }, sent) => {
				const banner = sent.need('objectID');
				if (!store.banner.has(banner)) throw accessDenied();
				return { ids: [banner] };
			},
		},
	},
];
