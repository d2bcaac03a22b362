import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/query';
import { coded, invalidField } from '../refusal';
import { route, type Call, type Route } from '../route';

const PHRASES = '/api/v3/search_phrases/{id}';

/** Methods whose bodies or answers are no JSON: product catalogues and search phrases (3.32). */
export function textRoutes(): Route[] {
	/** By account and ID. */
	const phrases = new Map<string, string>();
	const keyOf = ({ account, parts }: Call) => `${account.user.id} ${parts[0]}`;
	return [
		route('POST', '/api/v2/remarketing/pricelists/{id}/batch.json', {
			takesText: 'application/x-ndjson',
			answer: ({ query, parts, text = '' }) => {
				onlyKnown(query, []);
				const lines = text.split('\n').filter((line) => line !== '');
				const bad = lines.findIndex((line) => !isOffer(line));
				if (bad >= 0) throw invalidField('body', 'bad_value', `Line ${bad + 1} is invalid`);
				return json(201, { id: 1, pricelist_id: Number(parts[0]), offers: lines.length });
			},
		}),
		route('PUT', `${PHRASES}.json`, {
			takesText: 'text/csv',
			answer: (call) => {
				onlyKnown(call.query, []);
				const { text = '' } = call;
				if (!text.startsWith('phrase')) throw coded(400, 'BAD_DATA', 'No column phrase');
				phrases.set(keyOf(call), text);
				return { status: 204, headers: {}, body: '' };
			},
		}),
		route('GET', `${PHRASES}.csv`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				const body = phrases.get(keyOf(call));
				if (body === undefined) throw coded(404, 'NOT_FOUND', 'Not found');
				return { status: 200, headers: { 'content-type': 'text/csv' }, body };
			},
		}),
	];
}

function isOffer(line: string): boolean {
	try {
		const { method, data } = JSON.parse(line) as Record<string, unknown>;
		return (method === 'PUT' || method === 'DELETE') && typeof data === 'object';
	} catch {
		return false;
	}
}
