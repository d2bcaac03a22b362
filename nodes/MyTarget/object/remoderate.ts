import { RequestInvalidError } from '../../../connector/errors';
import { idText } from '../../../connector/rows';
import type { SingleOperation } from '../../shared/operations/operation';
import { idChoice } from '../../shared/parameters/id-scope';
import { plural } from '../../shared/parameters/shown';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { remoderationAnswer } from '../schemas';
import { banner } from './kinds';
import { inMassActions } from './mass-action';

const chosen = idChoice({ ...banner, load: banner.load, example: '6617841, 6617842' });

const ADVICE =
	'Change what moderation refused first; the field user_can_request_remoderation of a banner says whether it may be sent.';

const CHECK =
	'Look with Banner > Get Many, Filters > IDs, Fields moderation_status, before you run this again.';

/** Sends banners to moderation again; the platform takes some and leaves others (sheet 3.34). */
export const remoderate: SingleOperation<MyTargetApi> = {
	name: 'Remoderate',
	value: 'remoderate',
	description: 'Send one or many banners to moderation again, one item for each: its ID and success',
	action: 'Send a banner to moderation again',
	gives: 'items',
	writes: true,
	result: { did: 'Asked for moderation of', one: banner.one, many: banner.many },
	fields: chosen.fields,
	async *rows({ api, parameters, observe }) {
		const ids = chosen.read(parameters);
		const answered = new Map<string, boolean>();
		const unclear = new Set<string>();
		await inMassActions({ ids, one: banner.one }, async (batch) => {
			let hasOdd = false;
			for (const { id, remoderated } of await send(api, batch)) {
				const name = idText(id);
				if (name !== undefined && typeof remoderated === 'boolean') answered.set(name, remoderated);
				else hasOdd = true;
			}
			// An odd entry may be about any of those that no other one is about.
			if (hasOdd) for (const id of batch) if (!answered.has(id)) unclear.add(id);
		});
		const left = ids.filter((id) => answered.get(id) !== true && !unclear.has(id));
		if (left.length === ids.length)
			throw new RequestInvalidError(
				`None of the banners was sent to moderation: ${plural(ids.length, 'banner')} from ${ids[0] ?? ''} on.`,
				{ advice: ADVICE },
			);
		if (left.length > 0)
			observe({
				type: 'remark',
				text: `${plural(left.length, 'banner')} of ${ids.length} did not go to moderation: success is false there. ${ADVICE}`,
			});
		if (unclear.size > 0)
			observe({
				type: 'remark',
				text: `What the platform answered about ${plural(unclear.size, 'banner')} cannot be read: success is null there. ${CHECK}`,
			});
		yield ids.map((id) => ({
			id: asNumber(id),
			success: unclear.has(id) ? null : answered.get(id) === true,
		}));
	},
};

async function send(api: MyTargetApi, batch: readonly string[]) {
	const answer = await api.change(
		{
			method: 'POST',
			path: `${banner.collection}/remoderate.json`,
			query: [['fields', 'id,remoderated']],
			json: { banners: batch.map((id) => ({ id: asNumber(id) })) },
		},
		remoderationAnswer,
		CHECK,
	);
	return answer.banners;
}
