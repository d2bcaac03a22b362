export { runJob, type Job, type PollPolicy } from './job';
