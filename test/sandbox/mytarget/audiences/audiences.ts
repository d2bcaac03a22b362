import { below, hex, mix, pick } from '../../frame/hash';
import type { MyTargetOptions } from '../options';
import type { OfflineGoal } from './offline-goals';

type Item = Readonly<Record<string, unknown>>;

const LIST_TYPES = ['phones', 'emails', 'idfa', 'vk'];

/** Segments and user lists of one account, in id order (3.12). */
export class Audiences {
	readonly segments: readonly Item[];
	readonly userLists: readonly Item[];
	readonly offlineGoals: readonly OfflineGoal[];

	/** @param index of the account */
	constructor(options: MyTargetOptions, index: number) {
		const isOwner = index === 0;
		const state = mix(mix(options.seed, 0x5e6), index);
		const base = 10_000 * (index + 1);
		this.segments = items(isOwner ? options.segments : 2, (place) => ({
			id: base + place,
			name: `${place % 3 === 0 ? 'Посетители' : 'Buyers'} ${hex(4, mix(state, place))}`,
			pass_condition: 1,
			flags: [],
			created: '2024-03-01 10:00:00',
			updated: '2025-03-01 10:00:00',
		}));
		this.userLists = items(isOwner ? options.userLists : 1, (place) => ({
			id: base + 5000 + place,
			name: `База ${place + 1}`,
			status: place % 5 === 4 ? 'mapping' : 'ready',
			type: pick(LIST_TYPES, mix(state, place)),
			base: null,
			entries_count: 2000 + below(9000, mix(state, place)),
			ids_count: 1500 + below(400, mix(state, place)),
			created: '2024-04-01 09:30:00',
			has_history: false,
			matched_ids_count: 0,
		}));
		this.offlineGoals = Array.from({ length: isOwner ? options.offlineGoals : 1 }, (_none, place) => ({
			id: base + 8000 + place,
			name: `Продажи ${place + 1}`,
			type: place % 2 === 0 ? 'phone' : 'email',
			attribution_period: 90,
			load_status: 'matched',
			created: '2026-01-04 17:36:16',
			updated: '2026-02-09 12:08:57',
		}));
	}
}

function items(count: number, create: (place: number) => Item): Item[] {
	return Array.from({ length: count }, (_, place) => create(place));
}
