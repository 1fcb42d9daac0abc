# Answers each line on stdin with the seconds that Pillow, torchvision, tokenizers and onnxruntime take for the same photos
# and captions, as a line of JSON. Graphs are run by all threads, photos prepared by one, batch after batch.
import io, json, sys, time
import numpy as np
import onnxruntime, torch
from PIL import Image
from tokenizers import Tokenizer
from torchvision import transforms
from torchvision.transforms import InterpolationMode

work, folder, batch, threads = json.load(open(sys.argv[1])), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
torch.set_num_threads(threads)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = threads
open_graph = lambda name: onnxruntime.InferenceSession(f"{folder}/{name}/model.onnx", options, providers=["CPUExecutionProvider"])
visual, textual = open_graph("visual"), open_graph("textual")
config = json.load(open(f"{folder}/visual/preprocess_cfg.json"))
pad = json.load(open(f"{folder}/textual/tokenizer_config.json"))["pad_token"]
size = config["size"][0]
prepare = transforms.Compose([transforms.Resize(size, interpolation=InterpolationMode(config["interpolation"])), transforms.CenterCrop(size), transforms.ToTensor(), transforms.Normalize(config["mean"], config["std"])])
tokenizer = Tokenizer.from_file(f"{folder}/textual/tokenizer.json")
tokenizer.enable_truncation(77)
tokenizer.enable_padding(length=77, pad_id=tokenizer.token_to_id(pad), pad_token=pad)


def rows_of(session):
    rows = session.get_inputs()[0].shape[0]
    return rows if isinstance(rows, int) else batch


def encode(session, inputs, convert):
    name, rows, vectors = session.get_inputs()[0].name, rows_of(session), []
    for start in range(0, len(inputs), rows):
        vectors.append(session.run(None, {name: convert(inputs[start : start + rows])})[0])
    return np.concatenate(vectors)


def images(paths):
    return np.stack([prepare(Image.open(path).convert("RGB")).numpy() for path in paths])


def texts(captions):
    return np.array([encoding.ids for encoding in tokenizer.encode_batch(captions)], dtype=np.int32)


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    begin, cpu = time.perf_counter(), time.process_time()
    first = encode(visual, work["images"], images)
    middle = time.perf_counter()
    second = encode(textual, work["captions"], texts)
    end = time.perf_counter()
    print(json.dumps({"imageSeconds": round(middle - begin, 3), "captionSeconds": round(end - middle, 3), "cpuSeconds": round(time.process_time() - cpu, 3), "sum": float(first.sum() + second.sum())}), flush=True)
