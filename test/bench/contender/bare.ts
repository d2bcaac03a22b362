import { createGunzip } from 'node:zlib';

import { Agent, request as undiciRequest } from 'undici';

import { longAnswer } from '../long-answers';
import type { DownloadTask, LongTask, Outcome, RowsTask } from './task';

interface Answer {
	readonly data: unknown[];
	readonly has_more: boolean;
}

type Ask = (url: string, body: string) => Promise<string>;

const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer bench' };

/** Pooled connections and nothing else: the least that anybody has to do. */
const withUndici: Ask = async (url, body) => {
	const answer = await undiciRequest(url, { method: 'POST', headers: HEADERS, body, dispatcher: agent });
	return answer.body.text();
};
const agent = new Agent();

const withFetch: Ask = async (url, body) => {
	const answer = await fetch(url, { method: 'POST', headers: HEADERS, body });
	return answer.text();
};

/** The least that gives all rows: ask, parse, keep, go on. */
export async function bareLoop({ contender, url, rows, pageSize }: RowsTask): Promise<Outcome> {
	const ask = contender === 'fetch' ? withFetch : withUndici;
	const address = `${url}/v1/reports/raw_reports?project_id=${rows}`;
	const all: unknown[] = [];
	let received = 0;
	for (let offset = 0; ; offset += pageSize) {
		const text = await ask(address, JSON.stringify({ Offset: offset, Limit: pageSize }));
		const { data, has_more } = JSON.parse(text) as Answer;
		received += data.length;
		if (contender !== 'dropping') for (const row of data) all.push(row);
		if (!has_more) return { rows: received };
	}
}

/** Downloads and decompresses, and looks at nothing. */
export async function bareDownload({ url, rows }: DownloadTask): Promise<Outcome> {
	const { body } = await undiciRequest(`${url}/files/${rows}.csv.gz`, { dispatcher: agent });
	let bytes = 0;
	for await (const chunk of body.pipe(createGunzip())) bytes += (chunk as Buffer).length;
	if (bytes === 0) throw new Error('The download is empty.');
	return { rows };
}

export async function bareLongAnswer({ url, name }: LongTask): Promise<Outcome> {
	const { body } = await undiciRequest(`${url}/answer`, { dispatcher: agent });
	return { rows: longAnswer(name).rowsOf(await body.text()).length };
}
