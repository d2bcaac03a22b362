import { dayText, timeText } from '../../frame/calendar';
import { below, fraction, hex, mix, pick } from '../../frame/hash';
import { words } from '../lists/query';
import type { MyTargetOptions } from '../options';

import { OBJECTIVES, packageIdOf, type ApiObject, type Life, type Status } from './api-object';

/** 2023-01-01: before the depth of every statistics that can be asked for. */
const EPOCH = 19_358;
const STATUSES: readonly Status[] = ['active', 'active', 'active', 'blocked', 'active', 'deleted'];
const NAMES = [
	'Весна, скидки',
	'Бренд «Ромашка»',
	'Retargeting',
	'Look-alike 1%',
	'Видео; 15 с',
	'Товары "до 500"',
];

/** Far enough apart that no two kinds and no two accounts share an id. */
const FIRST_IDS = { plans: 5_000_000, groups: 206_617_841, banners: 600_000_000 } as const;
const IDS_PER_ACCOUNT = 2_000_000;

export interface Seeded {
	readonly plans: ApiObject[];
	readonly groups: ApiObject[];
	readonly banners: ApiObject[];
	/** By banner id. */
	readonly lives: Map<number, Life>;
}

/** @param index 0 is the owner of the application */
export function createObjects(options: MyTargetOptions, index: number): Seeded {
	const sizes =
		index === 0
			? options
			: { campaigns: options.clientCampaigns, adPlans: 3, banners: options.clientCampaigns * 2 };
	const state = mix(mix(options.seed, 0x0b1), index);
	const planIds = ids('plans', sizes.adPlans, index, mix(state, 1));
	const groupIds = ids('groups', sizes.campaigns, index, mix(state, 2));
	const bannerIds = ids('banners', sizes.banners, index, mix(state, 3));
	const lives = new Map<number, Life>();
	const plans = planIds.map((id) => planOf(id, mix(state, id)));
	const groups = groupIds.map((id, place) => {
		// Every 25th was created through /campaigns.json and hangs on no plan (section 2).
		const planId =
			place % 25 === 24 ? null : (planIds[Math.floor((place * planIds.length) / groupIds.length)] ?? null);
		return groupOf(id, planId, mix(state, id), options.packages);
	});
	const banners = bannerIds.flatMap((id, place) => {
		const group = groups[Math.floor((place * groups.length) / bannerIds.length)];
		if (group === undefined) return [];
		lives.set(id, lifeOf(group, mix(state, group.id), mix(state, id)));
		return [bannerOf(id, group, mix(state, id))];
	});
	return { plans, groups, banners, lives };
}

function ids(kind: keyof typeof FIRST_IDS, count: number, index: number, state: number): number[] {
	const list: number[] = [];
	let id = FIRST_IDS[kind] + index * IDS_PER_ACCOUNT;
	for (let place = 0; place < count; place++) {
		id += 1 + below(7, mix(state, place));
		list.push(id);
	}
	return list;
}

function commonOf(id: number, state: number, created: number) {
	const updated = created + below(200, mix(state, 3));
	const second = below(86_400, mix(state, 4));
	return {
		id,
		name: `${pick(NAMES, mix(state, 5))} ${hex(5, mix(state, 6))}`,
		status: pick(STATUSES, mix(state, 7)),
		created: `${dayText(created)} ${timeText(second)}`,
		updated: `${dayText(updated)} ${timeText(second)}`,
	};
}

const nulls = (names: string) => Object.fromEntries(words(names).map((name) => [name, null] as const));

function firstDayOf(state: number): number {
	return EPOCH + below(900, mix(state, 1));
}

function planOf(id: number, state: number): ApiObject {
	const first = firstDayOf(state);
	return {
		...commonOf(id, state, first),
		vkads_status: { status: 'active' },
		autobidding_mode: 'max_goals',
		...nulls('budget_limit date_end priced_goal pricelist_id'),
		budget_limit_day: String(1000 + below(50, state) * 100),
		date_start: dayText(first),
		max_price: '0',
		objective: pick(OBJECTIVES, mix(state, 8)),
		enable_offline_goals: false,
		ad_object_id: 1000 + below(9000, state),
		ad_object_type: 'url',
	};
}

function groupOf(id: number, planId: number | null, state: number, packages: number): ApiObject {
	const first = firstDayOf(state);
	const common = commonOf(id, state, first);
	return {
		...common,
		last_updated: common.updated,
		ad_plan_id: planId,
		package_id: packageIdOf(below(packages, mix(state, 9))),
		age_restrictions: '18+',
		audit_pixels: [],
		autobidding_mode: 'max_goals',
		...nulls(
			'banner_uniq_shows_limit budget_limit cr_max_price date_end priced_goal pricelist_id shows_limit',
		),
		uniq_shows_limit: null,
		budget_limit_day: String(100 + below(50, state) * 100),
		date_start: dayText(first),
		delivery: common.status === 'active' ? 'delivering' : 'not_delivering',
		enable_utm: true,
		enable_offline_goals: false,
		issues: common.status === 'active' ? [] : [{ code: 'STOPPED', message: 'Кампания остановлена' }],
		language: 'ru',
		max_price: '0',
		mixing: 'fastest',
		objective: pick(OBJECTIVES, mix(state, 8)),
		price: '1.5',
		targetings: { sex: ['male', 'female'], geo: { regions: [188] } },
		uniq_shows_period: 'day',
		utm: 'utm_source=mytarget&utm_campaign={{campaign_id}}',
	};
}

function bannerOf(id: number, group: ApiObject, state: number): ApiObject {
	return {
		...commonOf(id, state, firstDayOf(state)),
		ad_group_id: group.id,
		campaign_id: group.id,
		content: { image_1080x1080: { id: 700 + below(90, state) } },
		delivery: 'delivering',
		issues: [],
		moderation_reasons: [],
		moderation_status: 'allowed',
		ord_marker: hex(12, state),
		user_can_request_remoderation: id % 3 !== 0,
		textblocks: { title_25: { text: 'Весна пришла' }, text_90: { text: 'Скидки, подарки; "всё сразу"' } },
		urls: { primary: { id: 400 + below(90, state), url: 'https://shop.example/?a=1&b=2' } },
	};
}

function lifeOf(group: ApiObject, groupState: number, state: number): Life {
	const first = firstDayOf(groupState);
	const last = group.status === 'active' ? Infinity : first + 30 + below(700, mix(groupState, 11));
	return { first, last, weight: 0.2 + 1.6 * fraction(mix(state, 12)) };
}
