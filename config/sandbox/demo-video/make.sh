#!/usr/bin/env bash
# Paints the demo video and cuts it into the HLS ladder the sandbox's origin serves.
# Needs ffmpeg with libx264 and freetype. The result is checked in: nobody needs ffmpeg to run anything.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../src/main/resources/foyer/sandbox/origin/demo}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

seconds=60
segment=2
rate=25

rm -rf "$out"
mkdir -p "$out"

# Slow waves of colour whose periods divide the minute, so that they meet again where the loop closes;
# the title, and a clock that proves which moment is on the screen.
clock='%{eif\:floor(t/60)\:d\:2}\:%{eif\:mod(floor(t)\,60)\:d\:2}.%{eif\:mod(floor(t*5)*2\,10)\:d}'
picture="
color=black:size=160x90:rate=$rate:duration=$seconds,format=gbrp,
geq=r='106+60*sin(X/48+2*PI*T/30)+34*sin((X+Y)/38-2*PI*T/20)'
:g='42+22*sin(Y/30+2*PI*T/20+1)+14*sin((X-Y)/45+2*PI*T/60)'
:b='104+56*sin((X+Y)/60-2*PI*T/30+2)+24*sin(Y/24+2*PI*T/15)',
scale=1280:720:flags=bicubic,format=yuv420p,vignette=angle=PI/5,
drawtext=font='URW Gothic':text='Foyer':fontsize=132:fontcolor=white:x=(w-text_w)/2:y=236,
drawtext=font='URW Gothic':text='demo':fontsize=52:fontcolor=white@0.75:x=(w-text_w)/2:y=384,
drawtext=font='DejaVu Sans Mono':text='$clock':fontsize=40:fontcolor=white@0.9:x=(w-text_w)/2:y=486,
drawbox=x=340:y=566:w=600:h=4:color=white@0.25:t=fill,
format=yuv420p"
bar="color=white@0.9:size=600x4:rate=$rate:duration=$seconds[bar];
color=black@0:size=600x4:rate=$rate:duration=$seconds[none]"
ffmpeg -v error -y -f lavfi -i "$picture[base];$bar;[none][bar]overlay=x='-w+w*t/$seconds':eval=frame,format=rgba[run];[base][run]overlay=x=340:y=566:shortest=1,format=yuv420p" \
  -c:v libx264 -preset veryfast -qp 8 "$work/picture.mkv"

# Four soft chords that swell and fade; the recording ends in silence, so that the live channel's loop is not heard.
chord() { # chord <four frequencies>
  local left="0" right="0" f
  for f in "$@"; do
    left="$left+sin(2*PI*$f*t)"
    right="$right+sin(2*PI*($f*1.003)*t)"
  done
  echo "aevalsrc='0.05*pow(sin(PI*t/4)\,2)*($left)|0.05*pow(sin(PI*t/4)\,2)*($right)':s=48000:d=4"
}
ffmpeg -v error -y -f lavfi -i "$(chord 110 220 261.63 329.63)" -f lavfi -i "$(chord 87.31 220 261.63 349.23)" \
  -f lavfi -i "$(chord 130.81 196 261.63 329.63)" -f lavfi -i "$(chord 98 196 246.94 293.66)" \
  -filter_complex "[0][1][2][3]concat=n=4:v=0:a=1,lowpass=f=1200,aloop=loop=-1:size=$((48000 * 16)),atrim=duration=$((seconds - 1)).97" \
  "$work/sound.wav"

# The same for those who do not see the clock: each second is told by a tick.
ffmpeg -v error -y -i "$work/sound.wav" -f lavfi -i "aevalsrc='0.3*exp(-70*mod(t\,1))*sin(2*PI*1200*t)':s=48000:d=$((seconds - 1)).97" \
  -filter_complex "[1]pan=stereo|c0=c0|c1=c0[ticks];[0][ticks]amix=inputs=2:normalize=0" "$work/described.wav"

hls=(-f hls -hls_time $segment -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags independent_segments
  -hls_fmp4_init_filename init.mp4 -hls_segment_filename 'segment-%d.m4s' index.m3u8)
plain=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)

rendition() { # rendition <height> <width> <profile> <level> <quality> <most kbit/s>
  mkdir -p "$out/$1p"
  (cd "$out/$1p" && ffmpeg -v error -y -i "$work/picture.mkv" -an -vf "scale=$2:$1:flags=lanczos,setsar=1,format=yuv420p" \
    -c:v libx264 -preset slow -profile:v "$3" -level:v "$4" -crf "$5" -maxrate "$6k" -bufsize "$6k" -bf 0 \
    -g $((rate * segment)) -keyint_min $((rate * segment)) -sc_threshold 0 "${plain[@]}" "${hls[@]}")
}
rendition 240 426 main 2.1 25 130
rendition 360 640 main 3.0 25 220
rendition 720 1280 main 3.1 24 440

sound() { # sound <folder> <recording> <kbit/s>
  mkdir -p "$out/$1"
  (cd "$out/$1" && ffmpeg -v error -y -i "$work/$2.wav" -vn -c:a aac -b:a "$3k" -ac 2 "${plain[@]}" "${hls[@]}")
}
sound audio sound 64
sound audio-described described 32

# A cue is repeated in every segment it reaches into (RFC 8216, 3.5).
captions() { # captions <language>
  local folder="$out/captions-$1" from to text n
  mkdir -p "$folder"
  {
    printf '#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n' $segment
    for ((n = 0; n < seconds / segment; n++)); do
      printf '#EXTINF:%d.000000,\nsegment-%d.vtt\n' $segment "$n"
    done
    printf '#EXT-X-ENDLIST\n'
  } > "$folder/index.m3u8"
  for ((n = 0; n < seconds / segment; n++)); do
    printf 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n' > "$folder/segment-$n.vtt"
    while read -r from to text; do
      if ((from < (n + 1) * segment && to > n * segment)); then
        printf '\n00:00:%02d.000 --> 00:%02d:%02d.000 line:85%%\n%s\n' \
          "$from" $((to / 60)) $((to % 60)) "$text" >> "$folder/segment-$n.vtt"
      fi
    done < "$here/captions.$1.txt"
  done
}
captions en
captions de

# The master playlist states what was measured: the largest segment and the mean, each with its sound.
bits() { # bits <folder> max|mean
  stat -c %s "$out/$1"/segment-*.m4s | sort -n |
    awk -v seconds=$segment -v want="$2" '{ sum += $1; most = $1 } END { printf "%d", (want == "max" ? most : sum / NR) * 8 / seconds }'
}
variant() { # variant <folder> <resolution> <codec>
  printf '#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS="%s,mp4a.40.2",RESOLUTION=%s,FRAME-RATE=%d.000,AUDIO="sound",SUBTITLES="captions"\n%s/index.m3u8\n' \
    $(($(bits "$1" max) + $(bits audio max))) $(($(bits "$1" mean) + $(bits audio mean))) "$3" "$2" $rate "$1"
}
described='#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Chords and clock",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,CHARACTERISTICS="public.accessibility.describes-video",CHANNELS="2",URI="audio-described/index.m3u8"\n'
master() { # master <further sounds>
  printf '#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n'
  printf '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Chords",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio/index.m3u8"\n'
  printf "$1"
  printf '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions-en/index.m3u8"\n'
  printf '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Deutsch",LANGUAGE="de",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions-de/index.m3u8"\n'
  variant 360p 640x360 avc1.4d401e
  variant 720p 1280x720 avc1.4d401f
  variant 240p 426x240 avc1.4d4015
}
master "$described" > "$out/master.m3u8"
master '' > "$out/one-sound.m3u8"

ffmpeg -v error -y -ss 44 -i "$work/picture.mkv" -frames:v 1 -q:v 4 "${plain[@]}" "$out/poster.jpg"
du -sh --apparent-size "$out"
