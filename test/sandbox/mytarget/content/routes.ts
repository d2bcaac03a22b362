import { json } from '../../frame/answer';
import { formIn } from '../audiences/form';
import { onlyKnown } from '../lists/query';
import { Refusal } from '../refusal';
import { route, type Route } from '../route';
import { sizeOf, type Size } from './size';

/** Images, videos and HTML5 banners (3.18). */
export function contentRoutes(): Route[] {
	return [
		route('POST', '/api/v2/content/{static|video|html5}.json', {
			takesForm: true,
			answer: (call) => {
				onlyKnown(call.query, []);
				const [kind = ''] = call.parts;
				const isHtml = kind === 'html5';
				const { fields, file } = formIn(call, 'file', isHtml ? [] : ['data']);
				const id = 700_000 + call.account.content.push({ kind, bytes: file });
				const url = `https://r.mradx.net/img/${id}`;
				if (isHtml) {
					if (!file.subarray(0, 2).equals(Buffer.from('PK'))) throw refused('bad_archive');
					const html_params = { width: 240, height: 400, size: file.length };
					return json(200, { id, variants: { original: { url, html_params } } });
				}
				const size = sizeOf(file);
				if (size?.kind !== kind) throw refused('format_not_supported');
				if (!isSize(fields.get('data'), size)) throw refused('content_bad_size');
				const { width, height } = size;
				return json(200, { id, variants: { original: { url, width, height, size: file.length } } });
			},
		}),
	];
}

/** E4: a plain string. */
function refused(code: string): Refusal {
	return new Refusal(400, {
		error: { code: 'validation_failed', message: 'Validation failed', fields: { file: code } },
	});
}

function isSize(data: string | undefined, { width, height }: Size): boolean {
	try {
		const given = JSON.parse(data ?? '') as Partial<Size>;
		return Object.keys(given).length === 2 && given.width === width && given.height === height;
	} catch {
		return false;
	}
}
