import type { Account } from '../account';
import { accessDenied, incorrect, missing } from '../classic/answer';
import { id, required, text } from '../classic/checks';
import type { Done, Method } from '../classic/method';
import type { SentParameters } from '../classic/sent-parameters';

const ZIP = Buffer.from([0x50, 0x4b, 3, 4]);

/** The two methods that take a file as a part of a multipart form (sheet, 2.7 and 2.8; trap 18). */
export const FILES: readonly Method[] = [
	{
		object: 'banner',
		action: 'modify',
		actionObject: 'zipFile',
		parameters: { objectID: required(id) },
		files: { zipFile: ({ bytes }) => bytes.subarray(0, ZIP.length).equals(ZIP) },
		answer: {
			writes: ({ store }, sent) => {
				const banner = sent.need('objectID');
				if (!store.banner.has(banner)) throw accessDenied();
				if (!sent.files.has('zipFile')) throw missing('zipFile');
				return { ids: [banner] };
			},
		},
	},
	{
		object: 'campaign',
		action: 'upload',
		parameters: { objectID: required(id), URL: text },
		files: { file: () => true },
		answer: { writes: stored },
	},
	{
		object: 'campaign',
		action: 'upload',
		actionObject: 'URL',
		parameters: { objectID: required(id), URL: required(text) },
		answer: { writes: stored },
	},
];

/** The link under which it is kept, in `result/value`. */
function stored({ store }: Account, sent: SentParameters): Done {
	const campaign = sent.need('objectID');
	if (!store.campaign.has(campaign)) throw accessDenied();
	const file = sent.files.get('file');
	const link = sent.get('URL');
	if (file === undefined && link === undefined) throw missing('file');
	if (file !== undefined && link !== undefined) throw incorrect('URL', link);
	const name = file?.fileName ?? link?.split('/').at(-1) ?? '';
	return { ids: [campaign], value: `https://banners.adfox.ru/${campaign}/${encodeURIComponent(name)}` };
}
