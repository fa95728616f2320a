import { serveJobs } from "../workspace/node-threads.js";
import { ReportWorker, type SentJob } from "./report-jobs.js";

/** A thread of the command line. */
const worker = new ReportWorker();
serveJobs((job: SentJob) => worker.work(job));
